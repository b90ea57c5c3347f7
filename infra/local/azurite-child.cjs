// Loaded into Azurite's process before Azurite itself (node --require): ties its life to that of the process that started it.

// The parent holds the other end of stdin. Whichever way the parent goes, kill -9 included, the pipe closes; SIGTERM then makes
// Azurite write its data and leave.
process.stdin.resume();
process.stdin.on('end', () => {
  setTimeout(() => process.exit(), 4000).unref();
  process.kill(process.pid, 'SIGTERM');
});

// Its last words may go to a parent that is gone.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

// Ctrl-C reaches every process of the terminal's group. Azurite must outlast the host, which is still finishing its work.
process.on('SIGINT', () => {});
process.on('newListener', (event, listener) => {
  if (event === 'SIGINT') setImmediate(() => process.off('SIGINT', listener));
});

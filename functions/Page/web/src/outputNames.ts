// Names of what is asked about, as an analyst reads them.

/** The mean over draws of what is 1 or 0 in each is a share of them; reports of before engine 11 say so in other words. */
export const plain = (name: string): string => name.replace(/(, 1 or 0| \(1\) or not \(0\))$/, "");

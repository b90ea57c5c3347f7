import { Empty } from "../components/States";
import { link } from "../router";
import { useTitle } from "./title";

export function NotHere() {
  useTitle("Nothing here");
  return (
    <div class="stack">
      <h1>Nothing here</h1>
      <Empty>
        <p>No view has this address. It may have been cut off when it was copied.</p>
        <a href={link(["scenarios"])}>All scenarios</a>
      </Empty>
    </div>
  );
}

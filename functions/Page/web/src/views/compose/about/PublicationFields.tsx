import { TextField } from "../parts/TextField";

/** Where the text that a proposal renders was published. */
export function PublicationFields() {
  return (
    <fieldset class="publication">
      <legend>Publication</legend>
      <TextField label="Title of the text" place="/publication/title" isRequired />
      <TextField label="Author" place="/publication/author" isRequired />
      <TextField label="Date: a day, a month or a year" place="/publication/date" isRequired placeholder="2025-11-21" />
      <TextField label="Web address" place="/publication/url" isRequired placeholder="https://" />
      <TextField label="Note (may be empty)" place="/publication/note" />
    </fieldset>
  );
}

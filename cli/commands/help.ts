/** What each command does, in words a person can use. */
const texts: Record<string, string> = {
  start: `alongside start [--port PORT] [--data DIR]

Starts Alongside on this machine and prints the address to open.

  --port PORT   the port to listen on. Without it: 8420, or the next free one.
  --data DIR    the folder for what the server keeps. Without it: ./data.
                In this release the server keeps nothing: your work is sealed in your browser.

Stop it with Ctrl-C.
`,
  story: `alongside story read FILE... [--json]

Reads a Solidarity Story from a text, Markdown, HTML, Word (.docx) or PDF file and prints what
it found: narrators, partners, guiding questions, takeaways, prompts, and everything that is left.

  --json        the story as JSON on standard output (several files: one array)

Nothing is sent anywhere and nothing is kept. A file that cannot be read gets a sentence on
standard error and exit code 1; the others are still printed.
`,
  backup: `alongside backup verify FILE

Checks that a backup is whole and opens: asks for its words on standard input, then says when it
was made and what is in it. Nothing is restored and nothing is changed.
`,
};

const overview = `alongside: a private workspace in which community organizations practise solidarity.

  alongside start                 starts it on this machine and prints the address to open
  alongside story read FILE...    reads a story from a document
  alongside backup verify FILE    checks a backup
  alongside help COMMAND          says more of one command
`;

/** The help of one command, or of all where the name is none of ours. */
export function help(command = ''): string {
  return texts[command] ?? overview;
}

/** What `start` and `relay` both take. */
const serving = `  --database URL         keeps the streams in a PostgreSQL database instead (postgres://...), which
                         several servers may share. A password is better left out of it: it is
                         read from PGPASSWORD or from the file that PGPASSFILE names.
  --host HOST            the address to listen on. Without it: this machine only. Browsers need
                         TLS to work with it from elsewhere.
  --tls-cert FILE        a certificate and its key, in PEM, to be reached over TLS without a proxy.
  --tls-key FILE
  --proxy ADDRESS        a proxy on another machine that is believed about who stands behind it.
  --voucher new          makes a new voucher; the one before begins no more workspaces.
  --access token|open    open is for development: no tokens, this machine only.
`;

/** What each command does, in words a person can use. */
const texts: Record<string, string> = {
  start: `alongside start [--port PORT] [--data DIR] [options]

Starts Alongside on this machine and prints the address to open. The address holds a voucher: whoever
has it can begin a workspace on this server.

  --port PORT            the port to listen on. Without it: 8420, or the next free one.
  --data DIR             the folder for what the server keeps: ciphertext that it cannot read.
                         Without it: ./data.
${serving}
Stop it with Ctrl-C.
`,
  relay: `alongside relay [--port PORT] [--data DIR] [options]
alongside relay backup FILE --to RECIPIENT [--data DIR]
alongside relay restore FILE --identity FILE [--data DIR]
alongside relay tables [--parts N]

Serves the streams alone, for an application that is served elsewhere.

  --port PORT            the port to listen on. Without it: 4437, or the next free one.
  --data DIR             the folder for what the server keeps. Without it: ./data.
${serving}
backup copies what the server keeps, while it runs, sealed for a recipient of age (age1...).
restore puts such a copy into an empty folder; --identity names the file with the key.
Both are for a folder; a database is copied with its own tools.
tables prints the SQL that makes the tables in a database, each in N parts, for whoever would rather
make them by hand; otherwise the server makes them whole when it starts.
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
  workspace: `alongside workspace join LINK --name NAME
alongside workspace show [TABLE] [--json]
alongside workspace add-ask --from WHO --what WHAT
alongside workspace export FILE

A member at the command line, or in a script. It is let in by an invitation like anybody else, reads
what it may read, and can be removed like anybody else.

join asks to be let in, shows four words to compare, and waits until someone says yes (Ctrl-C stops).
show says who is here and how many records there are; with the name of a table, all of its records.
add-ask writes an ask down for the core team and prints its id.
export writes everything this member can read into a file of JSON, in the open.

  --data DIR           the folder where it is kept, sealed. Without it: ./workspace.
  --words-file FILE    the six words stand in this file instead of being typed. join writes new ones
                       into it if it is not there. Whoever has the file and the folder can read all.
`,
};

const overview = `alongside: a private workspace in which community organizations practise solidarity.

  alongside start                 starts it on this machine and prints the address to open
  alongside relay                 serves the streams alone, and makes backups of them
  alongside story read FILE...    reads a story from a document
  alongside backup verify FILE    checks a backup
  alongside workspace VERB        a member at the command line: join, show, add-ask, export
  alongside help COMMAND          says more of one command
`;

/** The help of one command, or of all where the name is none of ours. */
export function help(command = ''): string {
  return texts[command] ?? overview;
}

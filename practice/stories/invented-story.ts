/**
 * An invented story for tests: invented organizations and people, in the form that Solidarity
 * Stories have. Its pieces point at the lines they come from.
 */
import type { Piece, PieceKind, Reading } from './piece.ts';

const rows: readonly (readonly [PieceKind | 'blank', string, Partial<Piece>?])[] = [
  ['series', 'Neighbors in Practice: Stories of Standing Together'],
  ['blank', ''],
  [
    'narrator',
    'Maren Okafor-Lind',
    { role: 'coordinator', organizations: ['Harbor Tenants Circle'] },
  ],
  ['place', 'Port Ellery'],
  ['blank', ''],
  ['pull-quote', 'Whose door do we knock on when ours is safe?'],
  ['introduction', 'Maren Okafor-Lind coordinates the Harbor Tenants Circle in Port Ellery.'],
  ['introduction', 'The Circle won a heat ordinance together with three other groups.'],
  ['partner', 'Lakeside Elders Table'],
  ['partner', 'Night Shift Riders Union'],
  ['guiding-question', 'What difference would our being there make?'],
  ['guiding-question', 'What is our long-term plan with these neighbors?'],
  ['guiding-question', 'Can our members take part, and not only the two of us in the office?'],
  ['heading', 'Takeaways'],
  ['takeaway', 'Start from your own kitchen table.', { number: 1 }],
  ['paragraph', 'Maren says that nobody stays for a cause that has no face.'],
  ['quote', 'I came because my own heat was off.', { speaker: 'Maren Okafor-Lind' }],
  ['takeaway', 'Cold does not stop at the property line.', { number: 2 }],
  ['paragraph', 'The riders had the same landlord as the tenants, under another name.'],
  ['quote', 'One boiler, two names on the door.', { speaker: 'Maren Okafor-Lind' }],
  ['heading', 'Your Turn'],
  ['prompt', 'Where did your own commitment begin?'],
  ['prompt', 'Which neighbors could you know better by spring?'],
  ['unrecognised', 'Page 2', { reason: 'page-furniture' }],
];

/** The invented story as the press would give it. */
export const inventedStory: Reading = {
  document: {
    format: 'text',
    language: 'en',
    direction: 'ltr',
    lines: rows.map(([, text]) => text),
  },
  pieces: rows.flatMap(([kind, text, more], at) =>
    kind === 'blank'
      ? []
      : [
          {
            id: `p${at + 1}`,
            kind,
            text,
            places: [{ line: at + 1, from: 0, to: text.length }],
            ...more,
          },
        ],
  ),
  isStory: true,
};

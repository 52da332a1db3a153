/** What solidarity practice is: pure functions over plain records. See README.md. */
export type { DocumentText, LeftOut, Piece, PieceKind, Place, Reading } from './stories/piece.ts';
export {
  type Narrator,
  type Quote,
  type Story,
  storyFromPieces,
  type Takeaway,
} from './stories/story.ts';

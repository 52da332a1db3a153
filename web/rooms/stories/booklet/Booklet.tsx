/**
 * A story as a booklet: who tells it, the quote that opens it, what it is about, its questions, its
 * takeaways, and the questions to talk about. In the story's own language and direction, in the order
 * of the story, the same on screen and in print. Title and series stand above, with the page's.
 */
import type { KeptPiece, KeptStory } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { useLanguage } from '../../../ui/language.ts';
import { chaptersOf, spokenParts, type TakeawayChapter } from './chapters.ts';
import { usePointed } from './usePointed.ts';
import './Booklet.css';
import './Booklet.print.css';

export function Booklet({ story }: { readonly story: KeptStory }) {
  usePointed(story);
  const ours = useLanguage();
  const { language, direction } = story.document;
  const chapters = chaptersOf(story.pieces);
  const { opening, introduction, partners, questionsLead, questions, takeaways, prompts, reading } =
    chapters;
  return (
    <div className="booklet" lang={language} dir={direction}>
      {reading.map((piece) => (
        <Paragraph key={piece.id} piece={piece} quotes={[]} />
      ))}
      {opening.map((piece) => (
        <blockquote key={piece.id} id={`piece-${piece.id}`} className="booklet-opening">
          <p>{withoutMarks(piece.text)}</p>
        </blockquote>
      ))}
      {introduction.length > 0 && (
        <section className="booklet-introduction">
          {introduction.map((piece) => (
            <Paragraph key={piece.id} piece={piece} quotes={[]} />
          ))}
        </section>
      )}
      {partners.length > 0 && (
        <section className="booklet-partners">
          <h2 lang={ours}>
            <Trans>Partners in it</Trans>
          </h2>
          <ul>
            {partners.map((piece) => (
              <li key={piece.id} id={`piece-${piece.id}`}>
                {piece.text}
              </li>
            ))}
          </ul>
        </section>
      )}
      {questions.length > 0 && (
        <section className="booklet-questions">
          <h2 lang={ours}>
            <Trans>Guiding questions</Trans>
          </h2>
          {questionsLead && <p id={`piece-${questionsLead.id}`}>{questionsLead.text}</p>}
          <List pieces={questions} />
        </section>
      )}
      {takeaways.length > 0 && (
        <section className="booklet-takeaways">
          <h2 lang={ours}>
            <Trans>Takeaways</Trans>
          </h2>
          {takeaways.map((takeaway) => (
            <Takeaway key={takeaway.lead.id} takeaway={takeaway} />
          ))}
        </section>
      )}
      {prompts.length > 0 && (
        <section className="booklet-prompts">
          <h2 lang={ours}>
            <Trans>Your turn</Trans>
          </h2>
          <List pieces={prompts} />
        </section>
      )}
    </div>
  );
}

function Takeaway({ takeaway }: { readonly takeaway: TakeawayChapter }) {
  const { lead, number, parts, quotes } = takeaway;
  return (
    <section id={`piece-${lead.id}`} className="booklet-takeaway">
      <h3>
        <span className="takeaway-number">{number}</span> <span>{lead.text}</span>
      </h3>
      {parts.map((piece) =>
        piece.kind === 'quote' ? (
          <blockquote key={piece.id} id={`piece-${piece.id}`} className="booklet-quote">
            <p>{withoutMarks(piece.text)}</p>
            {piece.speaker && <footer>{piece.speaker}</footer>}
          </blockquote>
        ) : (
          <Paragraph key={piece.id} piece={piece} quotes={quotes} />
        ),
      )}
    </section>
  );
}

function Paragraph({
  piece,
  quotes,
}: {
  readonly piece: KeptPiece;
  readonly quotes: readonly KeptPiece[];
}) {
  const parts = spokenParts(
    piece.text,
    quotes.map((quote) => quote.text),
  );
  return (
    <p id={`piece-${piece.id}`}>
      {parts.map((part, at) =>
        part.said ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
          <span key={at} className="said">
            {part.text}
          </span>
        ) : (
          part.text
        ),
      )}
    </p>
  );
}

function List({ pieces }: { readonly pieces: readonly KeptPiece[] }) {
  return (
    <ol>
      {pieces.map((piece) => (
        <li key={piece.id} id={`piece-${piece.id}`}>
          {piece.text}
        </li>
      ))}
    </ol>
  );
}

/** A quote set apart needs no quotation marks of its own. */
function withoutMarks(text: string): string {
  return text.replace(/^[“"«]\s*/, '').replace(/\s*[”"»]$/, '');
}

/** Shows the piece that a link led to: brings it into view and marks it. */
import type { KeptStory } from '@alongside/practice';
import { lineOf } from '@alongside/practice';
import { useEffect } from 'react';
import { useSearchParam } from '../../../ui/where.ts';

/** A quote stands in its paragraph, a campaign in the introduction: then the line they share is marked. */
export function usePointed(story: KeptStory): void {
  const id = useSearchParam('piece');
  const { pieces } = story;
  useEffect(() => {
    if (id === undefined) return;
    const piece = pieces.find((one) => one.id === id);
    const line = piece && lineOf(piece);
    const beside = pieces.filter((one) => line !== undefined && lineOf(one) === line);
    const place = [id, ...beside.map((one) => one.id)]
      .map((one) => document.getElementById(`piece-${one}`))
      .find((found) => found !== null);
    if (!place) return;
    place.setAttribute('data-pointed', 'true');
    const frame = requestAnimationFrame(() => place.scrollIntoView({ block: 'center' }));
    return () => {
      cancelAnimationFrame(frame);
      place.removeAttribute('data-pointed');
    };
  }, [id, pieces]);
}

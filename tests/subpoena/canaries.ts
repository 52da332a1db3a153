/** Words that stand nowhere else, to be written everywhere and found nowhere. */
import { seededRandom } from '../../vault/testing/cast.ts';
import { type Needle, text } from './forms.ts';

const sounds = ['ba', 'ke', 'li', 'mo', 'nu', 'ra', 'se', 'ti', 'vo', 'xu', 'ya', 'zi'];
/** Names and stories are not all in ASCII. */
const endings = ['', ' ñandú', ' السلام', ' 平和', ' 🕊 ', " O'Ré"];

/** So many, each unlike the others: some twenty letters, many with letters beyond ASCII. */
export function canaries(count: number, seed = 'canaries'): readonly string[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, n) => {
    const word = [...random(8)].map((byte) => sounds[byte % sounds.length]).join('');
    return `Canary ${n} ${word}${endings[n % endings.length] ?? ''}`;
  });
}

export function needlesOf(words: readonly string[]): readonly Needle[] {
  // Without the beginning that all have in common, and the number.
  return words.map((word) => text(word.split(' ').slice(2).join(' '), word));
}

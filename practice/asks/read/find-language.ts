/** Which of our languages a message is written in, by its letters and its smallest words. */
import type { ReplyLanguage } from '../kinds.ts';

const spanishWords =
  /(?<!\p{L})(?:el|la|los|las|de|que|en|y|con|por|para|una?|su|nos|les|del|al|es|somos|este|esta)(?!\p{L})/giu;
const englishWords =
  /(?<!\p{L})(?:the|of|and|to|in|for|with|you|we|our|your|is|are|on|this|that|us|a|by)(?!\p{L})/giu;

/** The language, or null when nothing tells: a number, a name, another language's script. */
export function findLanguage(message: string): ReplyLanguage | null {
  const arabic = count(message, /[\u0600-\u06ff]/g);
  const latin = count(message, /\p{Script=Latin}/gu);
  if (arabic > latin) return 'ar';
  const spanish = count(message, spanishWords) + 3 * count(message, /[¿¡ñ]/g);
  const english = count(message, englishWords);
  if (spanish === 0 && english === 0) return null;
  return spanish > english ? 'es' : 'en';
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

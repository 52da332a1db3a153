/**
 * What two names or two ways to reach someone have in common however they were typed. For telling that
 * they may be the same; never for showing.
 */
import { folded } from '../clean.ts';

/** Words that come and go in the names of organizations, in three languages. */
const small =
  /^(?:the|an?|of|for|and|inc|llc|ltd|co|org|el|la|los|las|de|del|y|para|asociacion|جمعيه|مؤسسه|منظمه)$/u;

/** The same for names made of the same words, but for small ones, signs and their order. */
export function nameKey(name: string): string {
  const words = folded(name)
    .replace(/(?<![\p{L}\p{N}])ال(?=\p{L}{3})/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !small.test(word));
  return (telling.length > 0 ? telling : words).sort().join(' ');
}

/** The same for one address or number however it is written; empty where there is none. */
export function reachKey(reach: string): string {
  const plain = folded(reach).replace(/^(?:mailto|tel):/, '');
  if (plain.includes('@')) return plain.replace(/\s/g, '');
  const digits = plain.replace(/(?:;|\bext\b|\bx).*$/u, '').replace(/\D/g, '');
  return digits.length >= 7 ? digits.slice(-10) : plain;
}

/**
 * Words by which a story's sentence is seen to speak of an issue, of who does it, or of a community.
 * A short list a language, meant to miss rather than to guess: what it proposes, a person keeps or
 * leaves. The words are shown as the story has them.
 */
import type { NodeKind } from './tables.ts';

interface Finder {
  readonly kind: NodeKind;
  readonly pattern: RegExp;
}

const alone = (words: string, flags = 'giu') =>
  new RegExp(String.raw`(?<![\p{L}-])(?:${words})(?![\p{L}-])`, flags);

const english: readonly Finder[] = [
  {
    kind: 'issue',
    pattern: alone(
      'surveillance|racial profiling|profiling|hate violence|hate crimes?|discrimination|evictions?|deportations?|detention|wage theft|police violence|displacement|gentrification|rent increases|raids?|family separation|school pushout|book bans?|voter suppression|pollution|homelessness',
    ),
  },
  {
    kind: 'doer',
    pattern: alone(
      '(?:local |federal )?law enforcement|federal authorities|the police|landlords?|immigration agents|the city council|developers|the school board|employers|contractors',
    ),
  },
  {
    kind: 'community',
    pattern: alone(
      String.raw`\p{Lu}\p{L}+(?: (?:Asian|American|Arab|Islander|Muslim|Jewish|Indian|Rican))?(?= (?:communit(?:y|ies)|neighbou?rs|families|workers|tenants|people)(?!\p{L}))|\p{Lu}\p{L}+(?: (?:Asian|American|Islander|Muslim))?(?=,? (?:and )?(?:\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?,? (?:and )?){0,3}\p{Lu}\p{L}+ (?:communit(?:y|ies)|families|workers)(?!\p{L}))`,
      'gu',
    ),
  },
];

const spanish: readonly Finder[] = [
  {
    kind: 'issue',
    pattern: alone(
      'vigilancia|perfil racial|violencia de odio|crímenes de odio|discriminación|desalojos?|deportaci(?:ón|ones)|detenci(?:ón|ones)|robo de salarios?|violencia policial|desplazamiento|gentrificación|redadas?|separación de familias|contaminación|alza de rentas',
    ),
  },
  {
    kind: 'doer',
    pattern: alone(
      'la policía|las autoridades federales|los dueños|el dueño|la migra|el municipio|el ayuntamiento|los patrones|las constructoras|los contratistas',
    ),
  },
  {
    kind: 'community',
    pattern: alone(
      String.raw`comunidad(?:es)? (?:\p{Ll}+(?:as|os|es|a|o|na|ca)(?:, \p{Ll}+| y \p{Ll}+){0,3})|familias (?:migrantes|inmigrantes|indígenas|inquilinas)|barrio de \p{Lu}\p{L}+`,
      'gu',
    ),
  },
];

const arabic: readonly Finder[] = [
  {
    kind: 'issue',
    pattern: alone(
      '(?:ال)?مراقبة|(?:ال)?تنميط|(?:ال)?تمييز|جرائم الكراهية|(?:ال)?إخلاء|(?:ال)?ترحيل|(?:ال)?احتجاز|سرقة الأجور|عنف الشرطة|(?:ال)?تهجير|(?:ال)?مداهمات|تفريق العائلات|(?:ال)?تلوث',
    ),
  },
  {
    kind: 'doer',
    pattern: alone(
      '(?:ال)?شرطة|السلطات الاتحادية|أصحاب العقارات|صاحب العقار|البلدية|أرباب العمل|المقاولون',
    ),
  },
  {
    kind: 'community',
    pattern: alone(
      String.raw`(?:ال)?عائلات (?:ال)?(?:مهاجرة|لاجئة|مستأجرة)|الجالية [\p{L}\p{M}]+|أهالي [\p{L}\p{M}]+`,
    ),
  },
];

/** Who the name belongs to, also where a list of names shares one word: "Muslim and Arab communities". */
const bearer = /communit(?:y|ies)|neighbou?rs|families|workers|tenants|people/u;

export interface Named {
  readonly kind: NodeKind;
  /** As the sentence has it, without an article. */
  readonly name: string;
}

/** What a sentence names, each once, in the order of the lists. */
export function namedIn(sentence: string, language: string): Named[] {
  const finders = language.startsWith('ar')
    ? arabic
    : language.startsWith('es')
      ? spanish
      : english;
  const named: Named[] = [];
  for (const { kind, pattern } of finders) {
    for (const match of sentence.matchAll(pattern)) {
      const name = match[0].replace(/^(?:the|la|el|las|los)\s/iu, '').trim();
      if (everyday.has(name)) continue;
      const whole =
        kind === 'community' && finders === english
          ? `${name} ${bearer.exec(sentence.slice(match.index))?.[0] ?? ''}`.trim()
          : name;
      const known = named.some((other) => other.name.toLowerCase() === whole.toLowerCase());
      if (!known) named.push({ kind, name: whole });
    }
  }
  return named;
}

/** Words that begin with a capital at the head of a sentence and name no community. */
const everyday: ReadonlySet<string> = new Set([
  'The',
  'Our',
  'Other',
  'Many',
  'These',
  'Those',
  'Some',
  'All',
  'Most',
  'Their',
  'Your',
  'When',
  'Thirty',
  'And',
  'In',
  'Local',
  'Young',
  'Older',
  'Both',
  'Few',
  'As',
  'For',
  'With',
  'How',
  'What',
]);

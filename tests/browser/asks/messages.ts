/** What a coordinator might have on the phone: an ask in each language, from invented organizations. */
export interface Walk {
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly message: string;
  readonly from: string;
  readonly offered: string;
  /** Begins the reply that is drafted. */
  readonly reply: RegExp;
  /** Matches a word of another language on screen. */
  readonly foreign: RegExp | null;
  /** Three of the core team, as they call themselves. */
  readonly people: { readonly amina: string; readonly ruth: string; readonly li: string };
}

export const walks: Readonly<Record<'en' | 'es' | 'ar', Walk>> = {
  en: {
    locale: 'en-US',
    direction: 'ltr',
    message: [
      'Hi friends,',
      '',
      'This is Rosa from the Harbor Families Network. Thirty families have a hearing on Friday.',
      'Could you send four interpreters to court this Friday, 9 to 12?',
      'Please let us know by tomorrow noon.',
    ].join('\n'),
    from: 'Harbor Families Network',
    offered: 'three interpreters',
    reply: /^Dear friends at Harbor Families Network,/,
    foreign: null,
    people: { amina: 'Amina', ruth: 'Ruth', li: 'Li' },
  },
  es: {
    locale: 'es-US',
    direction: 'ltr',
    message: [
      'Hola, compañeras y compañeros:',
      '',
      'Les escribe Lucía del Comité de Inquilinos del Sur.',
      '¿Podrían firmar nuestra carta pública?',
      'Les pedimos que nos respondan antes de mañana.',
    ].join('\n'),
    from: 'Comité de Inquilinos del Sur',
    offered: 'firmamos y la compartimos',
    reply: /^Hola, Comité de Inquilinos del Sur:/,
    foreign:
      /\b(?:the|and|you|your|what|who|this|with|keep|next|back|yes|print|answer|nothing|search|today|more)\b/i,
    people: { amina: 'Amina', ruth: 'Rut', li: 'Lía' },
  },
  ar: {
    locale: 'ar',
    direction: 'rtl',
    message: [
      'السلام عليكم،',
      '',
      'معكم سلمى من شبكة عائلات الميناء.',
      'نرجو منكم أربعة مترجمين في جلسة يوم الجمعة.',
      'نرجو إبلاغنا قبل ظهر يوم غد.',
    ].join('\n'),
    from: 'شبكة عائلات الميناء',
    offered: 'ثلاثة مترجمين',
    reply: /^إلى الأصدقاء في شبكة عائلات الميناء/,
    foreign: /[a-z]{2,}/i,
    people: { amina: 'أمينة', ruth: 'راوية', li: 'ليلى' },
  },
};

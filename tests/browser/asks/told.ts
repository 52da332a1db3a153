/** What the whole loop needs beside the message: a story to begin with, and what people write on the way. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inventedStory } from '../stories/invented-story.ts';

export interface Told {
  readonly story: string;
  /** How many organizations and guiding questions the story names. */
  readonly partners: number;
  readonly questions: number;
  /** A line for each of the three envelopes. */
  readonly envelopes: readonly [string, string, string];
  readonly us: string;
  readonly why: string;
  readonly where: string;
  readonly members: readonly [string, string];
  readonly happened: string;
  readonly next: string;
}

/** The real source story is not ours to keep here: it is read from beside the checkout, where it is there. */
const source = join(import.meta.dirname, '../../../../shared/stories/zahra-billoo.txt');
export const hasSourceStory = existsSync(source);

const spanishStory = `Historias de solidaridad de la Bahía Ejemplo

Inés Quiroga, Mesa de Vecinas del Faro,
Bahía Ejemplo

Introducción

«¿Quién vino cuando nadie nos veía?»

Esta es una historia de solidaridad con Inés Quiroga, la coordinadora de la Mesa de Vecinas del Faro.

La mesa ha trabajado con organizaciones aliadas como la Red de Cocinas del Puerto, Madres del Muelle y el Sindicato de Costureras.

Inés usa tres preguntas guía para decidir:

¿Qué cambia si estamos ahí?

¿Cuál es nuestro plan a largo plazo con estas vecinas?

¿Pueden participar nuestros miembros, y no solo nosotras dos?

Aprendizajes

1. Llegar antes de la foto.

«Vinieron un martes cualquiera», explica Inés. «Por eso volvimos».

2. Cuidar lo que se promete.

«Prometimos poco y lo cumplimos», dice ella.

Te toca

¿A quién podrías llamar hoy sin pedirle nada?

¿Qué puedes prestar que te cueste poco?
`;

const arabicStory = `سلسلة قصص التضامن من خليج المثال

نوال الشامي، لجنة جارات المنارة،
خليج المثال

مقدمة

«من جاء إلينا حين لم يرنا أحد؟»

هذه قصة تضامن مع نوال الشامي، منسقة في لجنة جارات المنارة.

عملت اللجنة مع شركاء منهم: شبكة مطابخ الميناء، ورابطة أمهات الرصيف، ونقابة الخياطات.

أسئلة نسترشد بها

ما الذي يتغير إن كنا هناك؟

ما خطتنا على المدى البعيد مع هؤلاء الجيران؟

هل يستطيع أعضاؤنا المشاركة، لا نحن الاثنتين وحدنا؟

الخلاصات

1. المجيء قبل الصورة.

«جاءوا في يوم ثلاثاء عادي»، تقول نوال.

2. صون ما نعد به.

«وعدنا بالقليل ووفينا به»، تقول نوال.

دورك

بمن تتصل اليوم دون أن تطلب شيئًا؟

ماذا تستطيع أن تعير بلا عناء؟
`;

export const told: Readonly<Record<'en' | 'es' | 'ar', Told>> = {
  en: {
    story: hasSourceStory ? readFileSync(source, 'utf8') : inventedStory,
    partners: hasSourceStory ? 6 : 3,
    questions: 3,
    envelopes: ['two interpreters', 'a car for the families', 'three interpreters'],
    us: 'Hillside Table',
    why: 'They stood at our door in March.',
    where: 'The court on Alder Street',
    members: ['Noor', 'Sam'],
    happened: 'Every family was understood in court.',
    next: 'Visit them in June.',
  },
  es: {
    story: spanishStory,
    partners: 3,
    questions: 3,
    envelopes: ['firmamos', 'la leemos el domingo', 'firmamos y la compartimos'],
    us: 'Mesa de la Colina',
    why: 'Estuvieron con nosotras en marzo.',
    where: 'El tribunal de la calle Aliso',
    members: ['Nora', 'Saúl'],
    happened: 'Nadie estuvo solo en la sala.',
    next: 'Visitar a las familias en junio.',
  },
  ar: {
    story: arabicStory,
    partners: 3,
    questions: 3,
    envelopes: ['مترجمان', 'سيارة للعائلات', 'ثلاثة مترجمين'],
    us: 'مائدة التل',
    why: 'وقفوا معنا في شهر مارس.',
    where: 'المحكمة في شارع الصفصاف',
    members: ['نور', 'سامي'],
    happened: 'فُهمت كل عائلة في المحكمة.',
    next: 'زيارتهم في شهر يونيو.',
  },
};

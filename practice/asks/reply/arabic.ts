/** The sentences of a reply in Arabic; `phrases.ts` says what each is for. */
import { dayInWords } from '../../day.ts';
import type { Phrases } from './phrases.ts';

export const arabic: Phrases = {
  greeting: (from) => (from ? `إلى الأصدقاء في ${from}، تحية طيبة وبعد،` : 'تحية طيبة وبعد،'),
  thanks: (what) => `شكرًا على ثقتكم بنا. كتبتم لنا: «${what}»`,
  thanksAlone: 'شكرًا على ثقتكم بنا.',
  yes: 'نعم، نحن معكم في هذا.',
  inPart: 'نعم، جزئيًا. هذا ما نستطيع أن نعدكم به ونفي به.',
  notNow:
    'تشاورنا في الأمر، ولا نستطيع أن نتولّاه الآن. فضّلنا أن نخبركم اليوم على أن نعدكم بما لا نقدر على الوفاء به.',
  no: 'تشاورنا في الأمر، ونعتذر عن عدم استطاعتنا. أردنا أن تعرفوا ذلك منّا قريبًا، حتى تتمكنوا من سؤال غيرنا.',
  weCan: (what) => `ما نستطيع القيام به: ${what}`,
  understood: (what) => `هكذا فهمنا طلبكم: ${what}`,
  instead: (what) => `نستطيع بدلًا من ذلك: ${what}`,
  betterAskedOf: (whom) => `وقد يكون من الأفضل سؤال: ${whom}`,
  andThen: (what) => `وبعد ذلك: ${what}`,
  conditions: (what) => `وهذا بشرط: ${what}`,
  weAreFor: (what) => `ما نعمل من أجله: ${what}`,
  weOffer: (what) => `وما نستطيع تقديمه أيضًا: ${what}`,
  holding: (day) =>
    `قرأنا رسالتكم ونودّ أن نتشاور فيها مع جماعتنا قبل أن نجيب. نجيبكم في موعد أقصاه ${day}.`,
  dayInWords: (day, today) => dayInWords(day, 'ar-u-nu-latn', today),
  afterYes: 'نرجو أن تخبرونا بمن نتصل، وبما ينفعكم أكثر في الأيام التي تسبق الموعد.',
  afterNo: 'بابنا مفتوح لكم دائمًا، ويسرّنا أن نعرف ما يستجدّ لديكم.',
  closing: 'مع خالص التضامن،',
};

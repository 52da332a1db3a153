import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folded } from '../../clean.ts';
import { plainMessages } from './plain-messages.ts';
import { messageLimit, readMessage } from './read-message.ts';

const today = '2026-11-19'; // a Thursday

const english = `Hi friends,

This is Rosa from the Harbor Families Network. Thirty families have a hearing on Friday morning, and the court has no one who speaks their languages.
Could you send four interpreters to court this Friday, 9 to 12?
The families asked for people they can trust, not contractors. Please let us know by tomorrow noon.

With gratitude,
Rosa`;

const spanish = `Hola, compañeras y compañeros:

Les escribe Lucía del Comité de Inquilinos del Sur. El dueño quiere desalojar a 12 familias antes de fin de año.
¿Podrían firmar nuestra carta pública y acompañarnos a la audiencia del 3 de diciembre?
Las personas más afectadas son abuelas que viven solas. Les pedimos que nos respondan antes del lunes 30 de noviembre.

Un abrazo,
Lucía`;

const arabic = `السلام عليكم،

معكم سلمى من شبكة عائلات الميناء. وصلت إشعارات إخلاء إلى ثلاثين عائلة في الحي.
نرجو منكم أربعة مترجمين في جلسة يوم الجمعة ٢٠ تشرين الثاني.
طلبت العائلات أشخاصًا تثق بهم. نرجو إبلاغنا قبل ظهر يوم غد.

مع الشكر`;

describe('readMessage', () => {
  it('reads who asks, for what and by when in English', () => {
    expect(readMessage(english, today)).toMatchObject({
      language: 'en',
      from: 'Harbor Families Network',
      what: 'Could you send four interpreters to court this Friday, 9 to 12?',
      theyAskedFor: 'The families asked for people they can trust, not contractors.',
      mostAffected: '',
      by: '2026-11-20',
      on: '2026-11-20',
    });
  });

  it('reads who asks, for what and by when in Spanish', () => {
    expect(readMessage(spanish, today)).toMatchObject({
      language: 'es',
      from: 'Comité de Inquilinos del Sur',
      what: '¿Podrían firmar nuestra carta pública y acompañarnos a la audiencia del 3 de diciembre?',
      mostAffected: 'Las personas más afectadas son abuelas que viven solas.',
      by: '2026-11-30',
      on: '2026-12-03',
    });
  });

  it('keeps the number that belongs to a name in Spanish', () => {
    const from = (message: string) => {
      const read = readMessage(message, today);
      return 'type' in read ? read.type : read.from;
    };
    expect(from('Hola, somos el Comité de Inquilinos de la Calle 24. ¿Pueden venir?')).toBe(
      'Comité de Inquilinos de la Calle 24',
    );
    expect(from('Les escribe Ana del Sindicato Local 87: necesitamos ayuda')).toBe(
      'Sindicato Local 87',
    );
    expect(from('Somos el Comité de Inquilinos 12 años después. ¿Pueden venir?')).toBe(
      'Comité de Inquilinos',
    );
  });

  it('reads who asks, for what and by when in Arabic', () => {
    expect(readMessage(arabic, today)).toMatchObject({
      language: 'ar',
      from: 'شبكة عائلات الميناء',
      what: 'نرجو منكم أربعة مترجمين في جلسة يوم الجمعة ٢٠ تشرين الثاني.',
      theyAskedFor: 'طلبت العائلات أشخاصًا تثق بهم.',
      by: '2026-11-20',
      on: '2026-11-20',
      kind: 'translation',
    });
  });

  it.each(plainMessages)(
    'reads a plain message (%s): %s',
    (language, message, from, what, by, on) => {
      expect(readMessage(message, today)).toMatchObject({ language, from, what, by, on });
    },
  );

  it('takes no story of what happened, and no thanks, for an ask', () => {
    for (const message of [
      'Thank you for coming on Saturday. It meant a lot to everyone at the kitchen.',
      'The 5th floor was cold, and the sun was down when we sat with them.',
      'Gracias por venir el sábado. Fue una noche larga.',
      'شكرا على حضوركم يوم السبت. كانت ليلة طويلة.',
    ]) {
      expect(readMessage(message, today), message).toMatchObject({ what: '', by: null, on: null });
    }
  });

  it('finds the kind only where one kind is asked for', () => {
    const kind = (text: string) => {
      const read = readMessage(text, today);
      return 'kind' in read ? read.kind : read;
    };
    expect(kind('Could you sign our letter about the docks?')).toBe('sign-on-letter');
    expect(kind('We need a hall on Sunday.')).toBe('space');
    expect(kind('Could you sign our letter and lend us your hall?')).toBeNull();
    expect(kind('¿Nos prestan un salón? Necesitamos un salón el domingo.')).toBe('space');
    expect(kind('نحتاج قاعة يوم الأحد')).toBe('space');
    expect(kind('Could you help?')).toBeNull();
  });

  it('reads a day in the ways people write it', () => {
    const by = (text: string) => {
      const read = readMessage(text, today);
      return 'by' in read ? read.by : read;
    };
    expect(by('Please answer by Friday.')).toBe('2026-11-20');
    expect(by('Please answer by 5 pm on Friday.')).toBe('2026-11-20');
    expect(by('Please answer before December 1st.')).toBe('2026-12-01');
    expect(by('Please answer no later than Jan 4')).toBe('2027-01-04');
    expect(by('Deadline: 2026-12-24')).toBe('2026-12-24');
    expect(by('We need it by 12/4.')).toBe('2026-12-04');
    expect(by('Necesitamos respuesta a más tardar el 4 de diciembre.')).toBe('2026-12-04');
    expect(by('Por favor respondan antes de mañana.')).toBe('2026-11-20');
    expect(by('Por favor respondan antes de mañana por la mañana.')).toBe('2026-11-20');
    expect(by('Por favor respondan antes del 4/12 a la red.')).toBeNull();
    expect(by('نرجو الرد قبل يوم الأحد')).toBe('2026-11-22');
    expect(by('نرجو الرد قبل ٤ كانون الأول')).toBe('2026-12-04');
    expect(by('Please answer by February 30.')).toBeNull();
    expect(by('They were evicted last Friday. Please help.')).toBeNull();
    expect(by('We are here 24/7, please call.')).toBeNull();
  });

  it('takes a weekday named on that very weekday for the next one, unless today is said', () => {
    const friday = '2026-11-20';
    const by = (text: string) => {
      const read = readMessage(text, friday);
      return 'by' in read ? read.by : read;
    };
    expect(by('Please answer by Friday.')).toBe('2026-11-27');
    expect(by('Please answer by Fri 5 pm.')).toBe('2026-11-27');
    expect(by('Please answer by this Friday.')).toBe(friday);
    expect(by('Please answer by today, Friday.')).toBe(friday);
    expect(by('Please answer by Friday (today).')).toBe(friday);
    expect(by('Please answer by Friday, November 20.')).toBe(friday);
    expect(by('Please answer by tonight.')).toBe(friday);
    expect(by('Por favor respondan antes del viernes.')).toBe('2026-11-27');
    expect(by('Por favor respondan antes de este viernes.')).toBe(friday);
    expect(by('Por favor respondan antes del viernes mismo.')).toBe(friday);
    expect(by('نرجو الرد قبل يوم الجمعة')).toBe('2026-11-27');
    expect(by('نرجو الرد قبل يوم الجمعة هذا')).toBe(friday);
    expect(by('Please answer by Monday.')).toBe('2026-11-23');
  });

  it('does not take a day that is past for the day it is for', () => {
    expect(readMessage('On November 3 they raided the yard. Please come.', today)).toMatchObject({
      on: null,
      by: null,
    });
  });

  it('says nothing about what the message does not say', () => {
    expect(readMessage('hello', today)).toEqual({
      text: 'hello',
      language: null,
      from: '',
      what: '',
      mostAffected: '',
      theyAskedFor: '',
      kind: null,
      by: null,
      on: null,
    });
  });

  it('refuses a blank message and one that is too long to keep', () => {
    expect(readMessage(' \u200b\n\t ', today)).toEqual({ type: 'MessageEmpty' });
    expect(readMessage('a'.repeat(100_000), today)).toEqual({
      type: 'MessageTooLong',
      characters: 100_000,
    });
    expect(readMessage('ض'.repeat(messageLimit), today)).toMatchObject({ type: 'MessageTooLong' });
    expect(readMessage('a'.repeat(messageLimit), today)).toMatchObject({ from: '' });
  });

  it('invents no word, whatever the message', () => {
    const pieces = fc.constantFrom(
      'This is Ana from the ',
      'Harbor Network',
      'please ',
      'by ',
      'Friday',
      '12/40',
      '\u202e',
      '\ud800',
      '<img src=x>',
      'نرجو ',
      'شبكة ',
      'قبل ',
      'غد',
      'Comité ',
      'antes del ',
      '31 de febrero',
      '\n',
      'From: ',
      ' ',
      '.',
      '1',
      'a'.repeat(300),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 300 }),
          fc.array(pieces, { maxLength: 40 }).map((words) => words.join('')),
        ),
        (message) => {
          const read = readMessage(message, today);
          if ('type' in read) return;
          for (const part of [read.from, read.what, read.mostAffected, read.theyAskedFor]) {
            expect(folded(message.toWellFormed())).toContain(folded(part.replace(/…$/, '')));
            expect(part).not.toMatch(/[\n\u202e]/);
          }
          for (const day of [read.by, read.on])
            if (day !== null) expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('reads hostile text of the longest length in well under a second', () => {
    for (const part of [
      'by ',
      'This is A ',
      '1/',
      'قبل يوم ',
      'antes del día ',
      'Harbor of the ',
      'شبكة ',
      'Comité de ',
      'they a b c ',
      '?',
      '? ',
      ' - A',
      'A B ',
      "it's a w b ",
      'on the 5th ',
      'soy ana de la red de ',
      'hi, ',
      'هنا شبكة ',
      '(a ',
    ]) {
      const message = part.repeat(Math.floor(messageLimit / (part.length * 2)));
      // The processor's work, which a busy machine does not lengthen as it does the clock's.
      const began = process.cpuUsage();
      readMessage(message, today);
      const { user, system } = process.cpuUsage(began);
      expect((user + system) / 1_000, part).toBeLessThan(1_500);
    }
  });
});

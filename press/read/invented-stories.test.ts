/**
 * Stories of our own invention, each in a shape that breaks an easy rule. Examples: nobody in them
 * exists.
 */
import { type Story, storyFromPieces } from '@alongside/practice';
import { describe, expect, it } from 'vitest';
import { isRefusal, readDocument } from '../index.ts';

async function read(text: string, name: string): Promise<Story> {
  const result = await readDocument(new TextEncoder().encode(text), { name });
  if (isRefusal(result)) throw new Error(result.type);
  return storyFromPieces(result.pieces);
}

describe('invented stories', () => {
  it('numbered questions under a heading in our own words, and what follows the takeaways', async () => {
    const story = await read(
      `# The Long Table

## Introduction

This is a solidarity story with Amina Yusuf, the co-director of the Lantern Table.

## Three questions we ask

1. Can we make a difference here?
2. What is our long-term plan with them?
3. Can our members take part?

## Takeaways

### 1. Bring chairs first.

Nobody asks who a chair belongs to.

### 2. Come back.

We came back on a plain Tuesday.

## Partners

- Harbor Tenants Union
- Night Shift Nurses
`,
      'a.md',
    );
    expect(story.guidingQuestions).toEqual([
      'Can we make a difference here?',
      'What is our long-term plan with them?',
      'Can our members take part?',
    ]);
    expect(story.takeaways.map(({ title }) => title)).toEqual([
      'Bring chairs first.',
      'Come back.',
    ]);
    expect(JSON.stringify(story.takeaways)).not.toContain('Partners');
    expect(JSON.stringify(story.takeaways)).not.toContain('Night Shift Nurses');
    expect(story.unrecognised.map(({ text }) => text)).toEqual([
      '## Partners',
      '- Harbor Tenants Union',
      '- Night Shift Nurses',
    ]);
  });

  it('takeaways headed like their part are all takeaways', async () => {
    const story = await read(
      `# The Long Table

## Takeaways

## Bring chairs first

Nobody asks who a chair belongs to.

## Come back

We came back on a plain Tuesday.
`,
      'a.md',
    );
    expect(story.takeaways.map(({ title }) => title)).toEqual(['Bring chairs first', 'Come back']);
  });

  it('knows the same heading in Spanish and in Arabic', async () => {
    const asked = async (heading: string, first: string) =>
      (await read(`${heading}\n\n1. ${first}\n\n2. ${first}\n`, 'a.txt')).guidingQuestions;
    expect(await asked('Tres preguntas que nos hacemos', '¿Quién vino?')).toHaveLength(2);
    expect(await asked('ثلاثة أسئلة نطرحها', 'من جاء إلينا؟')).toHaveLength(2);
    expect(await asked('Questions we ask ourselves', 'Who came?')).toHaveLength(2);
  });

  it('two narrators with organizations of their own, in Markdown', async () => {
    const story = await read(
      `## Solidarity Stories: An Example Series

# Two Keys, One Gate

Amina Yusuf, co-director, Lantern Table
Ruth Katz, Gate Street Synagogue Council,
Rivertown, Example State

> "We learned each other's holidays by bringing chairs."
> — Ruth Katz

## Introduction

Meet Amina Yusuf, the co-director of the Lantern Table, and Ruth Katz, an organizer with the Gate Street Synagogue Council.

They partnered with Harbor Tenants Union, Night Shift Nurses and the Mill Road Mosque.

## Key Takeaways

### 1. Bring chairs first.

Amina says, "Nobody asks who a chair belongs to." Ruth agrees: "We counted the people, not the faiths," she notes.

### 2. Ask before you write.

"Call me before the statement goes out," Ruth Katz says, "and I will call you before ours does."

## Your Turn

- What could you bring that needs no explaining?
- Who would you call first?`,
      'two.md',
    );
    expect(story.series).toBe('Solidarity Stories: An Example Series');
    expect(story.title).toBe('Two Keys, One Gate');
    expect(story.narrators).toEqual([
      {
        name: 'Amina Yusuf',
        role: 'co-director',
        organization: 'Lantern Table',
        organizationAlso: [],
      },
      {
        name: 'Ruth Katz',
        role: 'organizer',
        organization: 'Gate Street Synagogue Council',
        organizationAlso: [],
      },
    ]);
    expect(story.place).toBe('Rivertown, Example State');
    expect(story.pullQuotes).toEqual(["We learned each other's holidays by bringing chairs."]);
    expect(story.partners.map(({ name }) => name)).toEqual([
      'Harbor Tenants Union',
      'Night Shift Nurses',
      'Mill Road Mosque',
    ]);
    expect(story.takeaways.map(({ number, title }) => [number, title])).toEqual([
      [1, 'Bring chairs first.'],
      [2, 'Ask before you write.'],
    ]);
    expect(story.takeaways.flatMap(({ quotes }) => quotes)).toEqual([
      { text: 'Nobody asks who a chair belongs to.', speaker: 'Amina Yusuf' },
      { text: 'We counted the people, not the faiths', speaker: 'Ruth Katz' },
      {
        text: 'Call me before the statement goes out, and I will call you before ours does.',
        speaker: 'Ruth Katz',
      },
    ]);
    expect(story.prompts).toHaveLength(2);
  });

  it('someone who goes by they, on one line with a role, curly quotes and no introduction heading', async () => {
    const story = await read(
      `Stories from the Example Shore

Sam Okafor, Lead Organizer, Dockside Workers Center, Port Example

“Rest is also a promise.”

This story features Sam Okafor, lead organizer at the Dockside Workers Center. They have kept a kitchen open for nine winters.

Sam asks three questions before they say yes:
1) Who is in the room?
2) Who is not?
3) What happens on Monday?

Lessons Learned

01
Cook for more than you expect.

“People come back for the soup,” they say. “They stay because somebody remembered their name.”

02
Close the kitchen when you must.

Sam shared that a closed door can be kind. “We put a note on it,” they noted, “with the name of the place next door.”

Questions for Reflection
1. What do you keep open?
2. What could you close?
3. Who is next door?`,
      'they.txt',
    );
    expect(story.series).toBe('Stories from the Example Shore');
    expect(story.narrators).toEqual([
      {
        name: 'Sam Okafor',
        role: 'lead organizer',
        organization: 'Dockside Workers Center',
        organizationAlso: [],
      },
    ]);
    expect(story.place).toBe('Port Example');
    expect(story.pullQuotes).toEqual(['Rest is also a promise.']);
    expect(story.guidingQuestions).toEqual([
      'Who is in the room?',
      'Who is not?',
      'What happens on Monday?',
    ]);
    expect(story.takeaways.map(({ number, title }) => [number, title])).toEqual([
      [1, 'Cook for more than you expect.'],
      [2, 'Close the kitchen when you must.'],
    ]);
    expect(story.takeaways.flatMap(({ quotes }) => quotes)).toEqual([
      {
        text: 'People come back for the soup. They stay because somebody remembered their name.',
        speaker: 'Sam Okafor',
      },
      { text: 'We put a note on it, with the name of the place next door.', speaker: 'Sam Okafor' },
    ]);
    expect(story.prompts).toEqual([
      'What do you keep open?',
      'What could you close?',
      'Who is next door?',
    ]);
  });

  it('a story in Spanish, with angled quotes and a verb before the name', async () => {
    const story = await read(
      `Historias de solidaridad del Valle Ejemplo

Lucía Peñaloza, Red Vecinal del Molino (RVM),
Valle Ejemplo

Introducción

«¿Quién me abrió la puerta cuando llegué?»

Esta es una historia de solidaridad con Lucía Peñaloza, la directora ejecutiva de la Red Vecinal del Molino.

La red ha trabajado con organizaciones aliadas como la Coalición Puente, Madres del Río y el Sindicato de Costureras.

Lucía usa dos preguntas guía para decidir:

¿Quién lo pidió?

¿Qué podemos sostener?

Aprendizajes

Estos son los aprendizajes de Lucía:

1. Empezar por la vecina.

«Nadie llega sola», explica Lucía. «Siempre hay alguien que avisa».

2. Decir que no a tiempo.

Cuando no hay manos, la red lo dice. «Mejor un no el lunes que un quizás el viernes», dice ella.

Te toca

¿A quién le abriste la puerta?

¿Qué le dirías hoy?`,
      'valle.txt',
    );
    expect(story.narrators).toEqual([
      {
        name: 'Lucía Peñaloza',
        role: 'directora ejecutiva',
        organization: 'Red Vecinal del Molino (RVM)',
        organizationAlso: ['Red Vecinal del Molino'],
      },
    ]);
    expect(story.place).toBe('Valle Ejemplo');
    expect(story.pullQuotes).toEqual(['¿Quién me abrió la puerta cuando llegué?']);
    expect(story.partners.map(({ name }) => name)).toEqual([
      'Coalición Puente',
      'Madres del Río',
      'Sindicato de Costureras',
    ]);
    expect(story.guidingQuestions).toEqual(['¿Quién lo pidió?', '¿Qué podemos sostener?']);
    expect(story.takeaways.flatMap(({ quotes }) => quotes)).toEqual([
      { text: 'Nadie llega sola. Siempre hay alguien que avisa', speaker: 'Lucía Peñaloza' },
      { text: 'Mejor un no el lunes que un quizás el viernes', speaker: 'Lucía Peñaloza' },
    ]);
    expect(story.prompts).toEqual(['¿A quién le abriste la puerta?', '¿Qué le dirías hoy?']);
  });

  it('a story in Arabic, as a web page written from right to left', async () => {
    const story = await read(
      `<!doctype html><html lang="ar" dir="rtl"><body><main>
<p>سلسلة قصص التضامن</p><h1>الباب المفتوح</h1>
<p>سلمى الحداد، شبكة جيران الميناء، مدينة المثال</p>
<blockquote>«من فتح لي الباب؟»</blockquote>
<h2>مقدمة</h2><p>هذه قصة تضامن مع سلمى الحداد، منسقة في شبكة جيران الميناء. تعمل سلمى مع شركاء منهم: شبكة مطابخ الميناء، ورابطة أمهات الرصيف، ووقف الجسر، ونقابة الخياطات.</p>
<h2>أسئلة نسترشد بها</h2><ul><li>من طلب هذا؟</li><li>ماذا نستطيع؟</li></ul>
<h2>الخلاصات</h2><h3>١. البدء من الجارة</h3><p>«لا أحد يصل وحده أبدا»، تقول سلمى.</p>
<h3>٢. الاعتذار في وقته</h3><p>الصمت يتعب الصداقة أكثر من الرفض.</p>
<h2>دورك</h2><ol><li>لمن فتحت الباب؟</li><li>ماذا تقول له اليوم؟</li></ol>
</main></body></html>`,
      'bab.html',
    );
    expect(story.series).toBe('سلسلة قصص التضامن');
    expect(story.title).toBe('الباب المفتوح');
    expect(story.narrators.map(({ name, organization }) => [name, organization])).toEqual([
      ['سلمى الحداد', 'شبكة جيران الميناء'],
    ]);
    // The *and* before a name is none of it; a name that begins with that letter keeps it.
    expect(story.partners.map(({ name }) => name)).toEqual([
      'شبكة مطابخ الميناء',
      'رابطة أمهات الرصيف',
      'وقف الجسر',
      'نقابة الخياطات',
    ]);
    expect(story.place).toBe('مدينة المثال');
    expect(story.guidingQuestions).toEqual(['من طلب هذا؟', 'ماذا نستطيع؟']);
    expect(story.takeaways.map(({ number, title }) => [number, title])).toEqual([
      [1, 'البدء من الجارة'],
      [2, 'الاعتذار في وقته'],
    ]);
    expect(story.takeaways[0]?.quotes).toEqual([
      { text: 'لا أحد يصل وحده أبدا', speaker: 'سلمى الحداد' },
    ]);
    expect(story.prompts).toEqual(['لمن فتحت الباب؟', 'ماذا تقول له اليوم؟']);
  });

  it('takeaways without numbers, a list inside one, and words about the series at the end', async () => {
    const story = await read(
      `<html><body><article><p>Solidarity Stories</p><h1>The Long Table</h1>
<p>By Noor Haddad</p>
<p>Noor Haddad is the founder of Table for Ninety. She cooks on Sundays for whoever comes.</p>
<h2>Takeaways</h2>
<h3>Set one more place</h3><p>"There is always one more," she laughs. It takes three things:</p>
<ol><li>A chair.</li><li>A bowl.</li><li>A name.</li></ol><p>After that it is Sunday.</p>
<h3>Let others cook</h3><p>The best dish of the year was somebody else's.</p>
<h2>Discussion Questions</h2><p>Take a moment before you answer.</p><ul><li>Who sets your table?</li><li>Tell of a meal that changed a mind.</li></ul>
<h2>About the series</h2><p>These pages are an example.</p>
</article><footer>Example footer</footer></body></html>`,
      'table.html',
    );
    expect(story.narrators).toEqual([
      {
        name: 'Noor Haddad',
        role: 'founder',
        organization: 'Table for Ninety',
        organizationAlso: [],
      },
    ]);
    expect(story.takeaways.map(({ number, title }) => [number, title])).toEqual([
      [1, 'Set one more place'],
      [2, 'Let others cook'],
    ]);
    expect(story.takeaways[0]?.paragraphs).toEqual([
      '"There is always one more," she laughs. It takes three things:',
      'A chair.',
      'A bowl.',
      'A name.',
      'After that it is Sunday.',
    ]);
    expect(story.takeaways[0]?.quotes).toEqual([
      { text: 'There is always one more', speaker: 'Noor Haddad' },
    ]);
    expect(story.prompts).toEqual(['Who sets your table?', 'Tell of a meal that changed a mind.']);
    expect(story.unrecognised.map(({ text }) => text)).toEqual([
      'About the series',
      'These pages are an example.',
      'Example footer',
    ]);
  });

  it('numbers that begin anew after a page break, Windows line ends, a paragraph broken by the page', async () => {
    const story = await read(
      `Solidarity Stories\r\n\r\nDr. Mei-Ling Ortiz, Clinic Without Walls, Bayside\r\n\r\nIntroduction\r\n\r\nWelcome to a story featuring Dr. Mei-Ling Ortiz, a nurse and founder of Clinic Without Walls.\r\n\r\nTakeaways\r\n\r\n1. Listen first.\r\n\r\nThe first visit has no form, and the second has a form that the patient fills in while the nurse makes\r\n\r\nTakeaways\r\n\r\ntea for everyone in the room.\r\n\r\n1. Walk home together.\r\n\r\n“The way home is the clinic,” explains Ortiz.\r\n\r\n2. Leave the light on.\r\n\r\nSomebody will come late.\r\n\r\nYour Turn\r\n\r\nYour Turn\r\n\r\nWho walks with you?\r\n`,
      'clinic.txt',
    );
    expect(story.narrators[0]?.name).toBe('Dr. Mei-Ling Ortiz');
    expect(story.takeaways.map(({ number, title }) => [number, title])).toEqual([
      [1, 'Listen first.'],
      [2, 'Walk home together.'],
      [3, 'Leave the light on.'],
    ]);
    expect(story.takeaways[0]?.paragraphs).toEqual([
      'The first visit has no form, and the second has a form that the patient fills in while the nurse makes tea for everyone in the room.',
    ]);
    expect(story.takeaways[1]?.quotes).toEqual([
      { text: 'The way home is the clinic', speaker: 'Dr. Mei-Ling Ortiz' },
    ]);
    expect(story.unrecognised.map(({ text }) => text)).toEqual(['Takeaways', 'Your Turn']);
  });

  it('someone else is quoted by name, and words between marks are no quotation', async () => {
    const story = await read(
      `Takeaways

1. Share the microphone.

Ade Bello, the host, said "welcome" in nine languages. "I only held the microphone," says Ade Bello. A report called “No Place to Park” followed.

“It was the first time I was asked,” Tova Lindqvist, a driver, recalls.

Your Turn

What are some "wins" of yours?`,
      'microphone.txt',
    );
    expect(story.narrators).toEqual([]);
    expect(story.takeaways[0]?.quotes).toContainEqual({
      text: 'I only held the microphone',
      speaker: 'Ade Bello',
    });
    expect(story.takeaways[0]?.quotes.map(({ text }) => text)).not.toContain('No Place to Park');
    expect(story.takeaways[0]?.quotes).toContainEqual({
      text: 'It was the first time I was asked',
      speaker: 'Tova Lindqvist',
    });
    expect(story.prompts).toEqual(['What are some "wins" of yours?']);
  });

  it('no story at all: a recipe, with everything left over in its order', async () => {
    const recipe =
      'Soup for forty\n\n1. Cut the onions.\n2. Cut more onions.\n\n"It needs salt," she says.';
    const result = await readDocument(new TextEncoder().encode(recipe), { name: 'soup.txt' });
    if (isRefusal(result)) throw new Error(result.type);
    expect(result.isStory).toBe(false);
    expect(storyFromPieces(result.pieces).unrecognised).toEqual([
      { text: 'Soup for forty', line: 1 },
      { text: '1. Cut the onions.', line: 3 },
      { text: '2. Cut more onions.', line: 4 },
      { text: '"It needs salt," she says.', line: 6 },
    ]);
  });
});

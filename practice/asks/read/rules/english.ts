/** How messages in English ask, set a day and name who asks. `rules.ts` says what each list is for. */
import type { ReadingRules } from './rules.ts';

const name = String.raw`(?:the\s)?(?<who>\p{Lu}[\p{L}\d'’&.-]*(?:\s(?:(?:of|for|and|the|in|to|against|&)\s){0,2}(?!I(?!\p{L}))\p{Lu}[\p{L}\d'’&-]*){0,7})`;
const kindOfBody =
  'Network|Coalition|Alliance|Committee|Council|Cent(?:er|re)|Union|Association|Collective|Project|Campaign|Families|Tenants|Neighbou?rs|Workers|Elders|Parents|Youth|Society|Federation|Foundation|Clinic|Kitchen|Nurses|Riders|Drivers|Cooks|Farmworkers|Mothers|Students|Table|Circle|Guild|Club|Group|Institute|Library|School|Synagogue|Church|Mosque|Temple|Congregation|Chapter|League|Organi[sz]ation|Initiative|Partnership|Legal Aid|Mutual Aid';

export const english: ReadingRules = {
  request:
    /(?<!\p{L})(?:(?:can|could|may) (?:we|i) (?:borrow|use|have|count on)|(?:want|wanted|write|writing|like) to (?:ask|request)|(?:could|can|would|will) (?:you|u|ya|your|some(?:one|body)|any(?:one|body)|any of you|one of you|some of you)|do you(?: guys| all)? have|any chance|(?:we|i)(?:’|')?d need|(?:we|i) (?:could|can) (?:really )?use|need (?:\d|some|one|two|three|four|five|six|a few|someone|people|help|your|you)|i need|wondering if|would you mind|would love|are you able|we(?:’|')?re asking|we are asking|we ask|we need|we(?:’|')?re looking for|we are looking for|we request|we invite|please|we(?:’|')?re hoping|we are hoping|we hope you|asking you|asking for|looking for|join us|stand with us|sign on|sign our)(?!\p{L})/iu,
  onlyReply:
    /(?<!\p{L})(?:let us know|let me know|lmk|need to know|answer needed|(?:we|i) need an answer|confirm|get back to|rsvp|respond|reply|answer us|please call|please contact|reach out)(?!\p{L})/iu,
  deadline:
    /(?<!\p{L})(?:by|before|until|till?|no later than|deadline(?: is|:)?|due(?: on| by)?|(?:let (?:us|me) know|lmk|need to know|reply|respond|confirm|get back to (?:us|me)|rsvp)(?: (?:please|on|this))?)\s+(?:the\s|close of business\s|end of day\s|end of the day\s|end of\s|noon\s|midnight\s|\d{1,2}(?::\d\d)?\s?(?:am|pm|a\.m\.|p\.m\.)?,?\s|on\s|this\s|next\s)*$/iu,
  thisDay: {
    before: /(?<!\p{L})(?:this|today|tonight),?\s\(?$/iu,
    after: /^(?:,|\s\()?\s?(?:today|tonight)(?!\p{L})/iu,
  },
  past: { before: /(?<!\p{L})(?:last|past|since)\s$/iu, after: /^\s(?:ago|we met|was)(?!\p{L})/iu },
  months: {
    january: 1,
    february: 2,
    march: 3,
    april: 4,
    may: 5,
    june: 6,
    july: 7,
    august: 8,
    september: 9,
    october: 10,
    november: 11,
    december: 12,
    jan: 1,
    feb: 2,
    mar: 3,
    apr: 4,
    jun: 6,
    jul: 7,
    aug: 8,
    sept: 9,
    sep: 9,
    oct: 10,
    nov: 11,
    dec: 12,
  },
  weekdays: {
    sunday: 0,
    monday: 1,
    tuesday: 2,
    wednesday: 3,
    thursday: 4,
    friday: 5,
    saturday: 6,
    tues: 2,
    weds: 3,
    thur: 4,
    thurs: 4,
  },
  shortWeekdays: {
    words: { sun: 0, mon: 1, tue: 2, wed: 3, thu: 4, fri: 5, sat: 6 },
    before: '(?:on|by|this|next|until|till?|before|for) ',
    after: ' (?:morning|noon|afternoon|evening|night|\\d)',
  },
  dayOfMonth: String.raw`(?<=(?:on|by|before|until|till?|is|for|due) )the (?<day>\d{1,2})(?:st|nd|rd|th)(?!\s(?:of|M|floor|street|st|avenue|ave|grade|time|annual|anniversary|century|amendment|district|circuit|ward)(?!\p{L}))`,
  dayFor:
    /(?<!\p{L})(?:it(?:’|')?s|that(?:’|')?s|it is|that is|this is) (?:for|on) (?:this |next )?$/iu,
  relative: { today: 0, tonight: 0, tomorrow: 1 },
  dayAndMonth: [
    String.raw`(?<month>M)\.?\s(?<day>\d{1,2})(?:st|nd|rd|th)?(?:,?\s(?<year>\d{4}))?`,
    String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?\s(?:of\s)?(?<month>M)(?:,?\s(?<year>\d{4}))?`,
  ],
  slashes: 'month-first',
  introductions: [
    new RegExp(
      String.raw`(?:[Ii]t’s|[Ii]t's|[Ii]ts|I’m|I'm|[Ii]m|[Tt]his is)\s\p{L}+(?:\s\p{L}+)?\s(?:w\/|w|with|from|at|of)\s?${name}`,
      'u',
    ),
    new RegExp(
      String.raw`(?:it’s|it's|its|i’m|i'm|im|this is)\s\p{L}+\s(?:w\/|w|with|from|at|of)\s?(?:the\s)?(?<who>(?:[\p{L}’'-]+\s){1,3}?(?:${kindOfBody}))(?!\p{L})`,
      'iu',
    ),
    new RegExp(
      String.raw`\p{Lu}[\p{L}'’-]*\s(?:(?:is\s)?here\s)?(?:from|with|at)\s${name}(?:\s(?:speaking|here))?(?=[.,!:;—–-]|\s[a-z])`,
      'u',
    ),
    new RegExp(
      String.raw`(?<!\p{L})I(?:'m|’m|\sam)?\s(?:organi[sz]e|organi[sz]ing|work|volunteer|volunteering|serve)\s(?:with|at|for)\s${name}`,
      'u',
    ),
    new RegExp(
      String.raw`(?:This is|this is|I’m|I'm|I am|My name is|my name is)\s\p{Lu}[\p{L}'’-]*(?:\s\p{Lu}[\p{L}'’-]*){0,3},?\s(?:(?:writing|calling)\s)?(?:from|with|at|of)\s${name}`,
      'u',
    ),
    new RegExp(
      String.raw`(?<!\p{L})(?:[Oo]n behalf of|[Ww]e are|[Ww]e’re|[Ww]e're|[Ww]e at|[Hh]ere at|[Tt]his is|writing from|calling from)\s${name}`,
      'u',
    ),
  ],
  subjects: [
    new RegExp(
      String.raw`(?<!\p{L})(?:the\s|The\s)?(?<who>(?:\p{Lu}[\p{L}’'-]*\s){1,5}?(?:${kindOfBody})(?:\s(?:of|for)(?:\sthe)?(?:\s\p{Lu}[\p{L}’'-]*){1,3})?),?\s(?:is|are|was|were|has|have|will|needs?|asks?|invites?|holds?|hosts?)(?!\p{L})`,
      'u',
    ),
  ],
  greeting:
    /^\W*(?:hi|hey|hello|dear|quick (?:ask|question)|good (?:morning|afternoon|evening)|greetings|this is|it(?:’|')?s|i(?:’|')?m|i am|my name is)(?!\p{L})/iu,
  organization: new RegExp(String.raw`(?<!\p{L})(?:${kindOfBody})(?!\p{L})`, 'u'),
  kinds: {
    'sign-on-letter':
      /sign[- ]on|sign (?:our|the|this|a) (?:letter|petition)|letter to sign|co-?sign/iu,
    'amicus-brief': /amicus/iu,
    presence:
      /(?<!\p{L})(?:vigil|rally|march with|court|hearing|show up|stand with us|picket|press conference|be there|attend|accompan\w+)(?!\p{L})/iu,
    'rapid-response': /rapid[- ]response|right now|emergency|urgent(?:ly)?/iu,
    funds: /(?<!\p{L})(?:donat\w+|funds?|fundrais\w+|contribute \$|bail|grant|money)(?!\p{L})/iu,
    space:
      /(?<!\p{L})(?:hall|meeting room|space for|a space|your space|a room|host (?:us|a|our)|your building)(?!\p{L})/iu,
    translation: /(?<!\p{L})(?:translat\w+|interpret\w+)(?!\p{L})/iu,
    introductions: /(?<!\p{L})(?:introduc\w+|connect us|put us in touch)(?!\p{L})/iu,
    quiet:
      /(?<!\p{L})(?:quietly|behind the scenes|in confidence|not publicly|without publicity)(?!\p{L})/iu,
    'public-statement':
      /(?<!\p{L})(?:public statement|issue a statement|statement of (?:support|solidarity)|speak out|say publicly)(?!\p{L})/iu,
  },
  mostAffected: /(?<!\p{L})(?:most|directly|hardest) (?:affected|impacted|hit)(?!\p{L})/iu,
  theyAskedFor:
    /(?<!\p{L})(?:they|families|residents|tenants|workers|parents|neighbou?rs|youth|elders|students|members)(?:\s\p{L}+){0,3}?\s(?:asked|are asking|ask|have asked)\s(?:for|that|to|us)(?!\p{L})/iu,
};

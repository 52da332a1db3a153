/** For tests: stories of our own invention, in the form of a Solidarity Story. Nobody in them exists. */
import type { Story } from '@alongside/practice';

const rosalind: Story = {
  series:
    'Solidarity Stories from Riverside Neighbors and Workers, an Example Series of the Lantern Table',
  title: 'We Keep the Door Open',
  narrators: [
    {
      name: 'Rosalind Achebe',
      role: 'organizing director',
      organization: 'Harbor Council for Tenants (HCT)',
      organizationAlso: ['Harbor Council of Tenants, North Shore chapter'],
    },
  ],
  place: 'Port Example',
  pullQuotes: ['Whose door did someone hold open for me?'],
  introduction: [
    'Welcome to a Solidarity Story featuring Rosalind Achebe, the organizing director of the Harbor Council of Tenants, North Shore chapter.',
    "Rosalind shares what she learned from several campaigns, including the council's work to stop evictions in winter. Over ten years the council has brought in partners from other movements, including groups like the Lantern Legal Project (LLP), Dockworkers Local 9, Mothers of the East Side, and Open Gate Coalition.",
    'Rosalind shared two guiding questions she uses when a request comes in:',
  ],
  campaigns: ["council's work to stop evictions in winter"],
  partners: [
    { name: 'Lantern Legal Project (LLP)' },
    { name: 'Dockworkers Local 9' },
    { name: 'Mothers of the East Side' },
    { name: 'Open Gate Coalition' },
  ],
  guidingQuestions: [
    'Who asked for this, and what did they ask for?',
    'What can our members carry without breaking what they already carry?',
  ],
  takeaways: [
    {
      number: 1,
      title: 'Begin with the door in front of you.',
      paragraphs: [
        'Rosalind grew up above a bakery where neighbors left their keys with one another. "A key is a promise that you will come when called," she says. "It is not a favor, and nobody keeps count of it."',
        'She carries that habit into her work with tenants across the harbor, whose landlords are often the same three companies under different names.',
      ],
      quotes: [
        {
          text: 'A key is a promise that you will come when called. It is not a favor, and nobody keeps count of it.',
          speaker: 'Rosalind Achebe',
        },
      ],
    },
    {
      number: 2,
      title: "Say 'not now' out loud.",
      paragraphs: [
        'Silence wears a friendship out faster than refusal does. "We told the dockworkers that we had nobody for Friday, and they thanked us for telling them on Monday," Rosalind recalls.',
        '"Before that we used to say yes and send one tired person," she adds. "Everyone could see it."',
      ],
      quotes: [
        {
          text: 'We told the dockworkers that we had nobody for Friday, and they thanked us for telling them on Monday',
          speaker: 'Rosalind Achebe',
        },
        {
          text: 'Before that we used to say yes and send one tired person. Everyone could see it.',
          speaker: 'Rosalind Achebe',
        },
      ],
    },
    {
      number: 3,
      title: 'Come back after the vote.',
      paragraphs: [
        'When the ordinance failed, the council went to every partner with soup and no agenda. As Rosalind puts it, "The week after you lose is the week people remember."',
      ],
      quotes: [
        {
          text: 'The week after you lose is the week people remember.',
          speaker: 'Rosalind Achebe',
        },
      ],
    },
  ],
  prompts: [
    'Who has held a door open for you?',
    'What would your members say if they were asked before the answer was given?',
    'Where could you say "not now" sooner? What would make that easier to say?',
    'Which partner will you visit with nothing to ask?',
  ],
  unrecognised: [],
};

export const inventedStory: Story = rosalind;

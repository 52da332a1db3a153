/** Campaigns and partners that an introduction names. */
import { type Flow, placesOf, sliceFlow } from '../flow.ts';
import type { Rules } from '../rules/rules.ts';
import { append } from './drafts.ts';
import { listItems, sentencesOf } from './sentences.ts';

const longestName = 14;

/** The partners in a paragraph: capitalised names in a list after "including groups like". */
export function partnersIn(flow: Flow, rules: Rules): Flow[] {
  const found: Flow[] = [];
  for (const { from, to } of sentencesOf(flow.text, rules)) {
    const sentence = flow.text.slice(from, to);
    if (!rules.partners.test(sentence)) continue;
    for (const introducer of sentence.matchAll(rules.partnersAre)) {
      const start = from + introducer.index + introducer[0].length;
      const end = from + sentence.replace(/[.?!؟…\s"”»]+$/, '').length;
      const items = listItems(flow, start, end, rules).map(nameOnly).filter(isOrganizationName);
      const first = items[0];
      if (!first || startOf(first, flow) > start + 30) continue;
      const alone = /partner|allied|aliad|alianza/i.test(introducer[0]);
      if (items.length > 1 || alone || rules.organization.test(first.text)) {
        append(found, items);
        break;
      }
    }
  }
  const seen = new Set<string>();
  return found.filter(({ text }) => !seen.has(text) && seen.add(text));
}

function startOf(item: Flow, flow: Flow): number {
  return flow.text.indexOf(item.text);
}

/** A name without what its sentence goes on to say: "the Guild, to stop …". */
function nameOnly(item: Flow): Flow {
  const tail =
    /\s(?:to|who|which|that|have|has|had|are|were|all|as|on|have|para|que|quienes|when|while|over)\s+\p{Ll}/u.exec(
      item.text,
    );
  return tail ? sliceFlow(item, 0, tail.index) : item;
}

function isOrganizationName({ text }: Flow): boolean {
  if (text.split(' ').length > longestName || text.length < 2) return false;
  return /^(?:\d*[\p{Lu}]|\p{Script=Arabic})/u.test(text);
}

/** The campaigns in a paragraph, each to the end of its sentence. */
export function campaignsIn(flow: Flow, rules: Rules): Flow[] {
  const found: Flow[] = [];
  for (const { from, to } of sentencesOf(flow.text, rules)) {
    const sentence = flow.text.slice(from, to);
    const opens = rules.campaigns.exec(sentence);
    if (!opens || (rules.partners.test(sentence) && /[,،]/.test(opens[0]))) continue;
    const lists = /[,،\s](?:\S+)\s+(?:\S+\s+)?$/.test(opens[0]) && opens[0].trim().includes(' ');
    const start = from + opens.index + (lists ? opens[0].length : 0);
    const rest = flow.text.slice(start, to);
    const stop = /;\s|[.?!؟…]["”»)]*\s*$/.exec(rest);
    const campaign = sliceFlow(flow, start, start + (stop ? stop.index : rest.length));
    if (campaign.text !== '' && placesOf(campaign).length > 0) found.push(campaign);
  }
  return found;
}

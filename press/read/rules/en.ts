/** English. */
import type { Rules } from './rules.ts';

export const english: Rules = {
  language: 'en',
  headings: {
    introduction: /^(?:an? |the )?(?:introduction|intro|introducing .{2,60}|welcome|meet .{2,60})$/,
    guiding:
      /^(?:(?:the|our|my|three|some|\S+['’]s) )*(?:guiding questions|questions (?:that|which) guide .{1,40}|questions (?:to|for) guid.{1,40}|questions (?:(?:that|which) )?(?:we|i) (?:always )?(?:ask|use|start|begin|come|return|go|keep|hold|sit)(?: .{1,40})?)$/,
    takeaways:
      /^(?:(?:the|our|some|main|key|major|\d+|three|four|five|six|\S+(?: \S+)?['’]s?) )*(?:take-?aways?|take aways?|lessons(?: learned)?|learnings)(?: (?:from|for|by) .{1,60})?(?:,? \(?cont(?:inued|['’]?d|\.)?\)?)?$/,
    prompts:
      /^(?:(?:now )?(?:it['’]s )?(?:now )?your turn|(?:questions|prompts) (?:for|to) (?:reflection|discussion|discuss|reflect|consider|reflect on|you|think about)(?: .{1,40})?|(?:reflection|discussion|reflective) (?:questions|prompts)|(?:reflect|discuss|prompts))(?:,? \(?cont(?:inued|['’]?d|\.)?\)?)?$/,
  },
  leads: {
    guiding: /\bquestions?\b/i,
    takeaways: /\b(?:take-?aways?|lessons)\b/i,
    prompts: /\b(?:your turn|questions? (?:for|to)|reflect on|consider|prompts?)\b/i,
  },
  series:
    /\b(?:solidarity stor(?:y|ies)|stor(?:y|ies) (?:from|of solidarity|series)|series|voices (?:from|of))\b/i,
  featuring:
    /\b(?:featuring|features|meet|introducing|(?:stor(?:y|ies)|conversation|interview) (?:of|with|from|by)|profile of|spotlight on|told by)\s+/i,
  by: /^(?:by|with|featuring|told by|as told by|narrated by|from)\s+/i,
  and: /,?\s+(?:and|&|\+)\s+|\s*&\s*/i,
  role: /\b(?:director|co-?directors?|organi[sz]ers?|coordinators?|president|chair|co-?chairs?|chairperson|founders?|co-?founders?|leaders?|lead|manager|attorney|lawyer|counsel|imam|rabbi|pastor|reverend|minister|priest|teacher|professor|secretary|treasurer|officer|ceo|advocate|members?|volunteers?|staff|fellow|associate|steward|head|strategist|artist|nurse|worker|elder|deputy|editor|researcher|consultant|adviser|advisor|representative|facilitator|trustee|captain)\b/i,
  organization:
    /\b(?:councils?|cent(?:er|re)s?|network|coalition|alliance|associations?|committee|union|local \d+|chapter|foundation|project|institute|society|league|fund|collective|caucus|organi[sz]ations?|partnership|federation|congress|campaign|church|mosque|temple|synagogue|ministry|clinic|school|university|college|inc|llc|group|movement|initiative|program|programme|service|services|cooperative|assembly|guild|workers|families|neighbors|neighbours|tenants|farmers|residents|hub|office|house|action|justice)\b|\([A-Z][A-Z-]+\)|^[A-Z]{3,}$/i,
  roleOf: /,?\s+(?:of|at|with|for|from)\s+(?:the\s+)?/g,
  article: /^(?:(?:the|an?|its|their|our|current|currently)\s+)+/i,
  campaigns:
    /\bcampaigns?\b[^.:;]{0,30}?(?:,\s*)?\b(?:including|such as|like)\s+(?:the\s+)?|\bcampaigns?\s+(?=(?:to|for|against)\s)/i,
  partners:
    /\b(?:partners?|partnered|partnering|partnerships?|groups|organi[sz]ations|allies|allied|coalition|alongside|worked with|works with|together with|joined by)\b/i,
  partnersAre:
    /\b(?:including|such as|like|alongside|among them|partner(?:s|ed|ing)? with|allied with|work(?:s|ed)? (?:closely )?with|together with|joined by|coalition with|partners(?: are| were|:)|groups(?: are| were|:)|organi[sz]ations(?: are| were|:))\s+/gi,
  pronouns: 'she|he|they',
  verbs:
    'says?|said|explains?|explained|notes?|noted|shares?|shared|adds?|added|emphasi[sz]es?|emphasi[sz]ed|reflects?|reflected|recalls?|recalled|remembers?|remembered|tells?|told|asks?|asked|continues?|continued|points? out|pointed out|observes?|observed|believes?|believed|argues?|argued|describes?|described|states?|stated|offers?|offered|writes?|wrote|urges?|urged|insists?|insisted|admits?|admitted|concludes?|concluded|reminds?|reminded|puts? it|stresse[sd]|stress|laughs?|laughed|replies|replied|answers?|answered|warns?|warned|acknowledges?|acknowledged|suggests?|suggested|maintains?|maintained|cautions?|cautioned|jokes?|joked|advises?|advised|affirms?|affirmed',
  abbreviations: [
    'st',
    'dr',
    'mr',
    'mrs',
    'ms',
    'rev',
    'jr',
    'sr',
    'inc',
    'no',
    'vs',
    'etc',
    'prof',
    'u.s',
    'd.c',
    'e.g',
    'i.e',
    'ave',
    'co',
    'ft',
    'mt',
    'hon',
  ],
};

/**
 * Words that somebody types, or that stand in a document or in a name, to make a page do something:
 * run script, ask another address, change its look, or turn the sentence around. Our own list, which
 * always plays, and beside it the big list of naughty strings where `../shared/data` is there.
 *
 * Every script among them calls `ran()`, a name that the tests listen for.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const markup: readonly string[] = [
  '<script>ran()</script>',
  '"><script>ran()</script>',
  "'><script>ran()</script>",
  '</script><script>ran()</script>',
  '</title><script>ran()</script>',
  '</textarea><script>ran()</script>',
  '</style><script>ran()</script>',
  '<!--><script>ran()</script-->',
  '<![CDATA[<script>ran()</script>]]>',
  '<img src=x onerror=ran()>',
  '<img src=x onerror="ran()"//',
  '"><img src=x onerror=ran()>',
  '<img/src/onerror=ran()>',
  '<IMG SRC=x ONERROR=ran()>',
  '<img src="x` `<script>ran()</script>"` `>',
  '<svg onload=ran()>',
  '<svg/onload=ran()//',
  '<svg><script>ran()</script></svg>',
  '<svg><a xlink:href="javascript:ran()"><text y="20">x</text></a></svg>',
  '<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg onload=ran()>#x"/></svg>',
  '<svg><foreignObject><body onload=ran()></foreignObject></svg>',
  '<svg><animate onbegin=ran() attributeName=x dur=1s>',
  '<svg><set attributeName=href to=javascript:ran()>',
  '<math><mtext><table><mglyph><style><img src=x onerror=ran()>',
  '<math href="javascript:ran()">x</math>',
  '<body onload=ran()>',
  '<iframe src="javascript:ran()"></iframe>',
  '<iframe srcdoc="<script>parent.ran()</script>"></iframe>',
  '<object data="data:text/html,<script>ran()</script>"></object>',
  '<embed src="javascript:ran()">',
  '<video><source onerror=ran()></video>',
  '<audio src=x onerror=ran()>',
  '<details open ontoggle=ran()>x</details>',
  '<input autofocus onfocus=ran()>',
  '<select autofocus onfocus=ran()>',
  '<textarea autofocus onfocus=ran()>',
  '<marquee onstart=ran()>x</marquee>',
  '<form action="javascript:ran()"><button>x</button></form>',
  '<button formaction="javascript:ran()">x</button>',
  '<isindex action="javascript:ran()" type=submit>',
  '<a href="javascript:ran()">x</a>',
  '<a href="java&#9;script:ran()">x</a>',
  '<a href="&#106;avascript:ran()">x</a>',
  '<a href="data:text/html,<script>ran()</script>">x</a>',
  '<base href="http://elsewhere.invalid/">',
  '<meta http-equiv=refresh content="0;url=http://elsewhere.invalid/">',
  '<link rel=stylesheet href="http://elsewhere.invalid/x.css">',
  '<link rel=import href="http://elsewhere.invalid/x.html">',
  '<template><script>ran()</script></template>',
  '<noscript><p title="</noscript><img src=x onerror=ran()>">',
  '<x contenteditable onblur=ran() tabindex=1>x</x>',
  '<div style="position:fixed;inset:0" onmouseover=ran()>x</div>',
  '<keygen autofocus onfocus=ran()>',
  '<plaintext>',
  '<xmp><script>ran()</script>',
  '&lt;script&gt;ran()&lt;/script&gt;',
  '%3Cscript%3Eran()%3C/script%3E',
  '\\u003cscript\\u003eran()\\u003c/script\\u003e',
  '\\x3cscript\\x3eran()\\x3c/script\\x3e',
  '<scr\u0000ipt>ran()</scr\u0000ipt>',
  '\uFF1Cscript\uFF1Eran()\uFF1C/script\uFF1E',
];

const addresses: readonly string[] = [
  'javascript:ran()',
  'JaVaScRiPt:ran()',
  ' javascript:ran()',
  'java\tscript:ran()',
  'java\nscript:ran()',
  '\u0001javascript:ran()',
  'javascript://elsewhere.invalid/%0aran()',
  'javascript:ran()//http://elsewhere.invalid/',
  'data:text/html,<script>ran()</script>',
  'data:text/html;base64,PHNjcmlwdD5yYW4oKTwvc2NyaXB0Pg==',
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="ran()"/>',
  'vbscript:ran()',
  'blob:http://elsewhere.invalid/x',
  'http://elsewhere.invalid/image.png',
  '//elsewhere.invalid/image.png',
  '\\\\elsewhere.invalid\\share',
  'http://user:word@elsewhere.invalid/',
  'mailto:a@elsewhere.invalid?subject=x&body=y',
  'tel:+1;phone-context=elsewhere.invalid',
  '[x](javascript:ran())',
  '![x](http://elsewhere.invalid/image.png)',
  '[x]: javascript:ran() "x"',
  '<javascript:ran()>',
];

const code: readonly string[] = [
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a template of another language
  '${ran()}',
  '{{ran()}}',
  "{{constructor.constructor('ran()')()}}",
  '#{ran()}',
  '<%= ran() %>',
  "'-ran()-'",
  '";ran();//',
  '`;ran();//',
  '\\";ran();//',
  '*/ran()/*',
  '\u2028ran()\u2029',
  '__proto__',
  'constructor',
  'toString',
  '{"__proto__":{"ran":true}}',
  '<Trans>{0}</Trans>',
  '{count, plural, one {#} other {#}}',
  '{0} {name} <0>x</0>',
];

const styles: readonly string[] = [
  'expression(ran())',
  'background:url(http://elsewhere.invalid/x)',
  '}*{background:url(http://elsewhere.invalid/x)}',
  '@import "http://elsewhere.invalid/x.css";',
  '</style><style>*{display:none}</style>',
  'x" style="position:fixed;inset:0;background:red',
  "x' style='display:none",
  '-moz-binding:url(http://elsewhere.invalid/x.xml#x)',
];

/** Signs that turn the direction of what stands around them, when it is not set apart. */
export const turning: readonly string[] = [
  '\u202Egnp.exe',
  '\u202Dabc\u202Edef',
  '\u2067abc',
  '\u2066abc\u2069\u2069\u2069def',
  '\u202B\u202B\u202Babc',
  '\u200Fabc\u200E',
  '\u061Cabc',
  'abc \u05D0\u05D1\u05D2 \u202Etxt.fdp',
  '\u0627\u0644\u0628\u062D\u064A\u0631\u0629 (x) 123',
];

/** What a table's program would take for a formula, where it stands at the beginning of a cell. */
export const formulas: readonly string[] = [
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://elsewhere.invalid/","x")',
  '=IMPORTXML("http://elsewhere.invalid/","//a")',
  '+1+cmd|x!A0',
  '-1+cmd|x!A0',
  '@SUM(1+1)',
  '\t=1+1',
  '\r=1+1',
  '"=1+1"',
  '=1+1","=2+2',
];

const shapes: readonly string[] = [
  '../../../../etc/passwd',
  'C:\\con\\con',
  'x.html\u0000.png',
  '"; filename="x.html',
  'x'.repeat(300),
  `Z${'\u0351\u0342\u0360'.repeat(30)}`,
  '\uFDFD\u{1F468}\u200D\u{1F469}\u200D\u{1F467}\u{1F3FF}',
  '\u200B\u200B\u200B',
  '\uFEFF\uFFFE\uFFFF',
  '\u{1F600}'.repeat(40),
];

export const ownPayloads: readonly string[] = [
  ...markup,
  ...addresses,
  ...code,
  ...styles,
  ...turning,
  ...formulas,
  ...shapes,
];

const shared = join(import.meta.dirname, '../../../../shared/data/nasty/blns.json');

/** The big list of naughty strings, as far as text can hold it; none where it is absent. */
export const naughty: readonly string[] = existsSync(shared)
  ? (JSON.parse(readFileSync(shared, 'utf8')) as string[]).filter(
      (one) => one !== '' && one.isWellFormed(),
    )
  : [];

export const payloads: readonly string[] = [...ownPayloads, ...naughty];

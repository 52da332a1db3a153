/** How messages in Spanish ask, set a day and name who asks. `rules.ts` says what each list is for. */
import type { ReadingRules } from './rules.ts';

const body =
  'Red|Comité|Coalición|Alianza|Centro|Sindicato|Unión|Colectivo|Colectiva|Asociación|Consejo|Organización|Federación|Fundación|Iglesia|Mezquita|Templo|Parroquia|Liga|Proyecto|Campaña|Familias|Inquilinos|Inquilinas|Vecinos|Vecinas|Trabajadores|Trabajadoras|Jornaleros|Grupo|Clínica|Casa|Cooperativa|Juntos|Movimiento';
const name = String.raw`(?:el\s|la\s|las\s|los\s)?(?<who>(?:${body})(?:\s\p{Lu}[\p{L}’'-]*|\s(?:de|del|por|pro)(?:\s(?:la|las|los|el))?\s\p{L}+|\s(?:y|e|para|en|contra)(?:\s(?:la|las|los|el))?\s\p{Lu}\p{L}+|(?<=(?:Calle|Avenida|Distrito|Local|Zona))\s\d{1,4}(?!\d)){0,7})`;

export const spanish: ReadingRules = {
  request:
    /(?<!\p{L})(?:podrían|podrias|podrían ustedes|pueden|puedes|podrán|necesitamos|les pedimos|te pedimos|pedimos|les pido|queremos pedirles|quisiéramos pedirles|solicitamos|buscamos|por favor|les invitamos|los invitamos|invitamos|nos ayudan|nos ayudarían|nos apoyan|nos apoyarían|agradeceríamos|hace falta|nos hacen falta|acompáñennos|firmen|queremos invitar)(?!\p{L})/iu,
  onlyReply:
    /(?<!\p{L})(?:avís\p{L}+|avis\p{L}+|respond\p{L}+|respuesta|confirm\p{L}+|contáct\p{L}+|llámen\p{L}+|hágan\p{L}+ saber|escríb\p{L}+)(?!\p{L})/iu,
  deadline:
    /(?<!\p{L})(?:antes de(?:l)?|a más tardar|hasta|fecha límite(?: es)?:?|plazo(?: es)?:?|(?:avís|avis|respond|respuesta|confirm|saber)\p{L}*(?:\s\p{L}+){0,3}?\spara)(?:\s(?:que termine|el|las?|este|esta|próximo|fin del?|final del?|día|mediodía del?|mediodía|noche del?|tarde del?|\d{1,2}(?::\d\d)?(?:\s?[ap]\.?\s?m\.?)?(?:\sdel?)?))*\s$/iu,
  past: {
    before: /(?<!\p{L})(?:pasad[oa]|desde el)\s$/iu,
    after: /^\s(?:pasad[oa])(?!\p{L})/iu,
  },
  months: {
    enero: 1,
    febrero: 2,
    marzo: 3,
    abril: 4,
    mayo: 5,
    junio: 6,
    julio: 7,
    agosto: 8,
    septiembre: 9,
    setiembre: 9,
    octubre: 10,
    noviembre: 11,
    diciembre: 12,
  },
  weekdays: {
    domingo: 0,
    lunes: 1,
    martes: 2,
    miércoles: 3,
    miercoles: 3,
    jueves: 4,
    viernes: 5,
    sábado: 6,
    sabado: 6,
  },
  relative: {
    'pasado mañana': 2,
    'esta noche': 0,
    'esta tarde': 0,
    hoy: 0,
    '(?<!la |esta |cada |pasado )mañana': 1,
  },
  dayAndMonth: [
    String.raw`(?<day>\d{1,2})º?\s(?:de\s)?(?<month>M)(?:\s(?:de|del)\s(?<year>\d{4}))?`,
    String.raw`(?<month>M)\s(?<day>\d{1,2})(?:,?\s(?<year>\d{4}))?`,
  ],
  slashes: 'only-when-clear',
  introductions: [
    new RegExp(
      String.raw`(?:[Ss]oy|[Mm]i nombre es|[Mm]e llamo|[Ll]es escribe|[Ll]es habla|[Ll]e escribe)\s\p{Lu}[\p{L}'’-]*(?:\s\p{Lu}[\p{L}'’-]*){0,3},?\s(?:de|del|con|y estoy en|y trabajo en)\s?${name}`,
      'u',
    ),
    new RegExp(
      String.raw`(?<!\p{L})(?:[Ee]n nombre de(?:l)?|[Ss]omos|[Dd]esde|[Ll]es escribimos de(?:sde)?|[Ll]es saluda(?:mos)?(?: de(?:sde)?)?|[Ee]scribimos de(?:sde)?)\s?${name}`,
      'u',
    ),
    new RegExp(
      String.raw`(?<!\p{L})(?:[Ee]n|[Dd]e)(?:\s(?:la|el)|l)\s(?<who>(?:${body})(?:\s\p{Lu}[\p{L}’'-]*|\s(?:de|del|por)(?:\s(?:la|las|los|el))?\s\p{L}+){1,6})\s(?:necesitamos|pedimos|les pedimos|buscamos|queremos)`,
      'u',
    ),
  ],
  organization: new RegExp(String.raw`^(?:El\s|La\s|Las\s|Los\s)?(?:${body})(?!\p{L})`, 'u'),
  kinds: {
    'sign-on-letter':
      /(?<!\p{L})(?:firm\p{L}+\s(?:\p{L}+\s){0,2}carta|carta (?:pública|abierta|conjunta)|sumarse a (?:la|nuestra) carta|petición para firmar)(?!\p{L})/iu,
    'amicus-brief': /amicus/iu,
    presence:
      /(?<!\p{L})(?:vigilia|marcha|manifestación|audiencia|corte|tribunal|acompañ\p{L}+|presencia|rueda de prensa|conferencia de prensa|plantón|asistir)(?!\p{L})/iu,
    'rapid-response':
      /(?<!\p{L})(?:respuesta rápida|emergencia|urgente(?:mente)?|ahora mismo)(?!\p{L})/iu,
    funds:
      /(?<!\p{L})(?:fondos?|don(?:ar|ación|aciones|ativos?)|recaud\p{L}+|fianza|dinero)(?!\p{L})/iu,
    space: /(?<!\p{L})(?:salón|sala|local|espacio|un lugar para)(?!\p{L})/iu,
    translation: /(?<!\p{L})(?:traduc\p{L}+|traduzc\p{L}+|intérpretes?|interpret\p{L}+)(?!\p{L})/iu,
    introductions:
      /(?<!\p{L})(?:present\p{L}+ (?:con|a)|poner(?:nos)? en contacto|conectar(?:nos)?)(?!\p{L})/iu,
    quiet:
      /(?<!\p{L})(?:discretamente|con discreción|sin publicidad|en privado|en confianza)(?!\p{L})/iu,
    'public-statement':
      /(?<!\p{L})(?:comunicado|declaración|pronunci\p{L}+|posicionamiento)(?!\p{L})/iu,
  },
  mostAffected: /(?<!\p{L})(?:más|directamente) (?:afectad|golpead|perjudicad)[oa]s?(?!\p{L})/iu,
  theyAskedFor:
    /(?<!\p{L})(?:ellos|ellas|familias|vecin[oa]s|inquilin[oa]s|trabajador[ea]?s|madres|padres|jóvenes|personas)(?:\s\p{L}+){0,3}?\s(?:piden|pidieron|pedían|han pedido|nos piden|nos pidieron)(?!\p{L})/iu,
};

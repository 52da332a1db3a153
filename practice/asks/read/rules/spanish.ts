/** How messages in Spanish ask, set a day and name who asks. `rules.ts` says what each list is for. */
import type { ReadingRules } from './rules.ts';

const body =
  'Red|Comite|Coalicion|Alianza|Centro|Sindicato|Union|Colectivo|Colectiva|Asociacion|Consejo|Organizacion|Federacion|Fundacion|Iglesia|Mezquita|Templo|Parroquia|Liga|Proyecto|Campaña|Familias|Inquilinos|Inquilinas|Vecinos|Vecinas|Trabajadores|Trabajadoras|Jornaleros|Grupo|Clinica|Casa|Cooperativa|Juntos|Movimiento|Madres|Padres|Mujeres|Jovenes|Cocina|Costureras|Costureros|Repartidores|Circulo|Mesa|Voces|Brigada|Frente|Junta|Taller|Escuela|Biblioteca|Sinagoga';
const name = String.raw`(?:el\s|la\s|las\s|los\s)?(?<who>(?:${body})(?:\s\p{Lu}[\p{L}’'-]*|\s(?:de|del|por|pro)(?:\s(?:la|las|los|el))?\s\p{L}+|\s(?:y|e|para|en|contra)(?:\s(?:la|las|los|el))?\s\p{Lu}\p{L}+|(?<=(?:Calle|Avenida|Distrito|Local|Zona))\s\d{1,4}(?!\d)){0,7})`;

export const spanish: ReadingRules = {
  request:
    /(?<!\p{L})(?:podrian|podrias|podria alguien|puede alguien|alguien (?:de ustedes )?puede|sera que|tienen|tienes|tendran|nos (?:ayudas|acompañan|acompañarian|acompañas|prestan|prestarian)|nos (?:vendria|vendrian|caeria) bien|quisieramos que|queremos que|necesito|solicitan?|urgen?|me ayudan|me ayudas|porfa(?:vor)?|pueden|puedes|podran|necesitamos|les pedimos|te pedimos|pedimos|les pido|queremos pedirles|quisieramos pedirles|solicitamos|buscamos|por favor|les invitamos|los invitamos|invitamos|nos ayudan|nos ayudarian|nos apoyan|nos apoyarian|agradeceriamos|hace falta|nos hacen falta|acompañennos|firmen|queremos invitar)(?!\p{L})/iu,
  onlyReply:
    /(?<!\p{L})(?:avis\p{L}+|contest\p{L}+|necesit(?:o|amos) saber|respond\p{L}+|respuesta|confirm\p{L}+|contact\p{L}+|llamen\p{L}+|hagan\p{L}+ saber|escrib\p{L}+)(?!\p{L})/iu,
  deadline:
    /(?<!\p{L})(?:antes de(?:l)?|a mas tardar|hasta|fecha limite(?: es)?:?|plazo(?: es)?:?|(?:avis|avis|respond|respuesta|confirm|saber)\p{L}*(?:\s\p{L}+){0,3}?\spara|(?:avis|respond|contest|confirm|saber)\p{L}*(?:\s(?:nos|me|porfa|por favor))?)(?:\s(?:que termine|el|las?|este|esta|proximo|fin del?|final del?|dia|mediodia del?|mediodia|noche del?|tarde del?|\d{1,2}(?::\d\d)?(?:\s?[ap]\.?\s?m\.?)?(?:\sdel?)?))*\s$/iu,
  dayFor: /(?<!\p{L})(?:es|seria|son)(?: para)? (?:el|este|esta)(?: proximo)? $/iu,
  thisDay: {
    before: /(?<!\p{L})(?:este(?: mismo)?|mismo|hoy),?\s\(?$/iu,
    after: /^(?:,|\s\()?\s?(?:mismo|hoy)(?!\p{L})/iu,
  },
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
    miercoles: 3,
    jueves: 4,
    viernes: 5,
    sabado: 6,
  },
  dayOfMonth: String.raw`(?<=(?:^|\s)(?:el|del|al)(?: dia)? )(?<day>\d{1,2})(?=\s*(?:[.,;!?]|$)|\sa las)`,
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
      String.raw`(?:[Ss]oy|[Mm]e llamo|(?:[Ll]es\s)?[Hh]abla|[Aa]qui|[Ll]es escribe)\s\p{L}+(?:\s\p{Lu}\p{L}*){0,2},?\s(?:del|de|con)\s?${name}`,
      'u',
    ),
    new RegExp(
      String.raw`(?:soy|me llamo|habla|aqui|les escribe)\s\p{L}+,?\s(?:del|de|con)\s(?:la\s|las\s|los\s|el\s)?(?<who>(?:${body})(?:\s(?:de|del|por)(?:\s(?:la|las|los|el))?\s\p{L}+){1,2})`,
      'iu',
    ),
    new RegExp(String.raw`(?<!\p{L})[Dd]e parte de(?:l)?\s${name}`, 'u'),
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
  subjects: [
    new RegExp(
      String.raw`(?<!\p{L})${name}\s(?:hara|haran|hace|hacen|organiza|organizan|convoca|convocan|necesita|necesitan|pide|piden|solicita|solicitan|invita|invitan|tiene|tienen|tendra|tendran|va a|van a|fue|sufrio)(?!\p{L})`,
      'u',
    ),
  ],
  greeting:
    /^[^\p{L}]*(?:hola|buenas|buen(?:os)? dias?|estimad[oa]s|querid[oa]s|saludos|compañer[oa]s|soy|aqui|habla|les (?:habla|escribe))(?!\p{L})/iu,
  organization: new RegExp(String.raw`^(?:El\s|La\s|Las\s|Los\s)?(?:${body})(?!\p{L})`, 'u'),
  kinds: {
    'sign-on-letter':
      /(?<!\p{L})(?:firm\p{L}+\s(?:\p{L}+\s){0,2}carta|carta (?:publica|abierta|conjunta)|sumarse a (?:la|nuestra) carta|peticion para firmar)(?!\p{L})/iu,
    'amicus-brief': /amicus/iu,
    presence:
      /(?<!\p{L})(?:vigilia|marcha|manifestacion|audiencia|corte|tribunal|acompañ\p{L}+|presencia|rueda de prensa|conferencia de prensa|planton|asistir)(?!\p{L})/iu,
    'rapid-response':
      /(?<!\p{L})(?:respuesta rapida|emergencia|urgente(?:mente)?|ahora mismo)(?!\p{L})/iu,
    funds:
      /(?<!\p{L})(?:fondos?|don(?:ar|acion|aciones|ativos?)|recaud\p{L}+|fianza|dinero)(?!\p{L})/iu,
    space: /(?<!\p{L})(?:salon|sala|local|espacio|un lugar para)(?!\p{L})/iu,
    translation: /(?<!\p{L})(?:traduc\p{L}+|traduzc\p{L}+|interpretes?|interpret\p{L}+)(?!\p{L})/iu,
    introductions:
      /(?<!\p{L})(?:present\p{L}+ (?:con|a)|poner(?:nos)? en contacto|conectar(?:nos)?)(?!\p{L})/iu,
    quiet:
      /(?<!\p{L})(?:discretamente|con discrecion|sin publicidad|en privado|en confianza)(?!\p{L})/iu,
    'public-statement':
      /(?<!\p{L})(?:comunicado|declaracion|pronunci\p{L}+|posicionamiento)(?!\p{L})/iu,
  },
  mostAffected: /(?<!\p{L})(?:mas|directamente) (?:afectad|golpead|perjudicad)[oa]s?(?!\p{L})/iu,
  theyAskedFor:
    /(?<!\p{L})(?:ellos|ellas|familias|vecin[oa]s|inquilin[oa]s|trabajador[ea]?s|madres|padres|jovenes|personas)(?:\s\p{L}+){0,3}?\s(?:piden|pidieron|pedian|han pedido|nos piden|nos pidieron)(?!\p{L})/iu,
};

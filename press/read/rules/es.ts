/** Spanish. */
import type { Rules } from './rules.ts';

export const spanish: Rules = {
  language: 'es',
  headings: {
    introduction:
      /^(?:una |la )?(?:introducción|introduccion|presentación|presentacion|bienvenida|conoce a .{2,60}|conozca a .{2,60})$/,
    guiding:
      /^(?:las |nuestras |tres |mis )*preguntas (?:que (?:siempre )?nos (?:hacemos|preguntamos)(?: .{1,40})?|que (?:hacemos|usamos)(?: .{1,40})?|guía|guia|guías|guias|orientadoras|que nos guían|que guían .{1,40}|para guiar.{0,40})$/,
    takeaways:
      /^(?:(?:los|las|el|la|nuestros|nuestras|principales|\d+|tres|cuatro|cinco|seis) )*(?:aprendizajes?|lecciones|lección|enseñanzas?|conclusiones|ideas clave|puntos clave|claves|reflexiones)(?: (?:principales|clave|aprendidas|más importantes|de .{1,60}))*(?:,? \(?(?:continuación|cont\.?)\)?)?$/,
    prompts:
      /^¿?¡?(?:ahora )?(?:te toca(?: a ti)?|les toca(?: a ustedes)?|le toca|tu turno|su turno|es tu turno|es su turno|ahora tú|ahora ustedes|preguntas (?:para|de) .{3,60})(?: ahora)?[!?]?(?:,? \(?(?:continuación|cont\.?)\)?)?$/,
  },
  leads: {
    guiding: /preguntas?/i,
    takeaways: /aprendizajes?|lecciones|enseñanzas|ideas\s+clave|claves/i,
    prompts: /te\s+toca|les\s+toca|preguntas\s+para|reflexion/i,
  },
  series:
    /historias?\s+de\s+(?:la\s+)?solidaridad|(?:^|\s)serie(?:\s|$)|historias\s+de\s+|voces\s+de/i,
  featuring:
    /(?:^|\s)(?:con|presenta(?:\s+a)?|presentamos\s+a|conoce\s+a|conozca\s+a|historia\s+(?:de\s+solidaridad\s+)?(?:de|con)|protagonizada\s+por|contada\s+por|entrevista\s+(?:a|con))\s+/i,
  by: /^(?:por|con|contada\s+por|presenta\s+a)\s+/i,
  and: /,?\s+(?:y|e|&)\s+/i,
  role: /direct(?:ora?|oras|ores|iva)|organizador|coordinador|president|fundador|cofundador|líder|lider|abogad|pastor|maestr|profesor|secretari|tesorer|portavoz|integrante|miembr|voluntari|jefa?\s|responsable|trabajador|promotor|sacerdote|imán|rabin/i,
  organization:
    /(?:^|[^\p{L}])(?:red|coalición|alianza|asociación|comité|sindicato|consejo|centro|fundación|proyecto|instituto|sociedad|liga|fondo|colectiv[oa]|unión|federación|campaña|iglesia|mezquita|templo|clínica|escuela|universidad|grupo|movimiento|iniciativa|programa|servicios?|cooperativa|asamblea|casa|mesa|organización|frente|defensoría)(?![\p{L}])|\([A-Z][A-Z-]+\)|^[A-Z]{3,}$/iu,
  roleOf:
    /,?\s+(?:del|de\s+la|de\s+los|de\s+las|de|en\s+la|en\s+el|en|con|para)\s+(?:la\s+|el\s+|los\s+|las\s+)?/g,
  article: /^(?:(?:la|el|los|las|una?|su|actual)\s+)+/i,
  campaigns:
    /campañas?[^.:;]{0,30}?,?\s*(?:incluida|incluidas|incluyendo|entre ellas|entre las que está|entre ellas está|tales como|como)\s+(?:el\s+|la\s+)?|campañas?\s+(?=(?:para|por|contra)\s)/i,
  partners:
    /aliad[oa]s|alianza|organizaciones|grupos|colectivos|coalición|junto\s+(?:a|con)|trabaja(?:do)?\s+con/i,
  partnersAre:
    /(?:^|\s)(?:incluyendo(?:\s+a)?|incluidos|incluidas|entre\s+ell[oa]s|tales\s+como|como|junto\s+(?:a|con)|trabaja(?:do)?\s+con|aliad[oa]s\s+con|alianza\s+con|(?:aliad[oa]s|organizaciones|grupos)(?:\s+(?:son|fueron)|:))\s+/gi,
  pronouns: 'ella|él|elle|ellas|ellos',
  verbs:
    'dice|dijo|dicen|explica|explicó|explican|señala|señaló|comenta|comentó|comparte|compartió|agrega|agregó|añade|añadió|afirma|afirmó|cuenta|contó|recuerda|recordó|reflexiona|reflexionó|subraya|subrayó|insiste|insistió|observa|observó|pregunta|preguntó|responde|respondió|concluye|concluyó|destaca|destacó|sostiene|sostuvo|apunta|apuntó|continúa|continuó|advierte|advirtió|reconoce|reconoció|describe|describió',
  abbreviations: [
    'sr',
    'sra',
    'dr',
    'dra',
    'lic',
    'ee.uu',
    'ee. uu',
    'etc',
    'núm',
    'prof',
    'ing',
    'sta',
    'sto',
    'av',
  ],
};

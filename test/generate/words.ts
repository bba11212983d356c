/** Word lists of the generator. The places, papers and people do not exist. */

export const FIRST_NAMES = [
  'Ada', 'Bruno', 'Carla', 'Dario', 'Elin', 'Farid', 'Grete', 'Hugo', 'Ines', 'Jonas', 'Katja', 'Leon', 'Mira', 'Nils', 'Olga', 'Pavel',
  'Rosa', 'Samir', 'Tilda', 'Umar', 'Vera', 'Walid', 'Yara', 'Zoltán', 'Søren', 'Łucja', 'Jürgen', 'Zoé', 'Núria', 'Håkon',
] as const;
export const LAST_NAMES = [
  'Abel', 'Brandt', 'Castell', 'Dvořák', 'Ekberg', 'Fontaine', 'Grimaldi', 'Hadžić', 'Ibarra', 'Jansen', 'Kovač', 'Lindqvist', 'Marchetti',
  'Novák', 'Okafor', 'Petrov', 'Quiroga', 'Rahimi', 'Sørensen', 'Tamm', 'Ünal', 'Varga', 'Wójcik', 'Ybarra', 'Zeman', 'Ashworth', 'Bellamy',
  'Crane', 'Delacroix', 'Esposito', 'Farkas', 'Göransson', 'Holt', 'Ivanova', 'Jäger', 'Kemp', 'Lavoie', 'Moreau', 'Nash', 'Oyelaran',
] as const;
/** Names in other scripts: Korean, Arabic, Cyrillic, Chinese, Greek, Hebrew. First and last part, in order of writing. */
export const OTHER_NAMES = [
  [['김', '이', '박', '최', '정', '강', '조', '윤'], ['민준', '서연', '도윤', '하은', '시우', '지아', '예준', '수아'], ''],
  [['أحمد', 'ليلى', 'يوسف', 'مريم', 'خالد', 'سارة', 'عمر', 'نور'], ['الحسن', 'منصور', 'الخطيب', 'حداد', 'السيد', 'قاسم', 'عباس', 'درويش'], ' '],
  [['Андрей', 'Ольга', 'Дмитрий', 'Ирина', 'Сергій', 'Наталія', 'Йордан', 'Елена'], ['Соколов', 'Ковальчук', 'Петренко', 'Йовчев', 'Лебедев', 'Мельник', 'Зуев', 'Щербак'], ' '],
  [['王', '李', '張', '劉', '陳', '楊', '黃', '趙'], ['偉', '芳', '秀英', '敏', '靜', '麗', '強', '磊'], ''],
  [['Νίκος', 'Ελένη', 'Γιώργος', 'Μαρία', 'Κώστας', 'Σοφία', 'Άννα', 'Πέτρος'], ['Παππάς', 'Νικολάου', 'Μακρής', 'Ιωάννου', 'Ρήγας', 'Κόκκινος', 'Λάμπρου', 'Δήμου'], ' '],
] as const satisfies readonly (readonly [readonly string[], readonly string[], string])[];

export const SYLLABLES_1 = ['Val', 'Kar', 'Mor', 'Bel', 'Tor', 'Sel', 'Nor', 'Ost', 'Dra', 'Lim', 'Var', 'Hel', 'Cor', 'Pel', 'Ran', 'Zel', 'Fir', 'Gal', 'Ten', 'Bru'] as const;
export const SYLLABLES_2 = ['do', 'e', 'ma', 'vi', 'ta', 'ra', 'no', 'li', 'go', 'sa', 'ke', 'mi', 'lo', 'de', 'ba', 'ri', 'ne', 'so', 'va', 'pu'] as const;
export const SYLLABLES_3 = ['ria', 'stan', 'land', 'via', 'mark', 'dor', 'nia', 'gard', 'len', 'rest', 'ton', 'zia', 'var', 'lund', 'mere', 'burg', 'tania', 'lia', 'field', 'grad'] as const;

export const ORGANISATIONS = ['Ministry of Trade', 'Foreign Ministry', 'Institute for Energy', 'Red Cross Society', 'Water Authority', 'Chamber of Industry', 'Central Bank', 'Port Authority', 'Academy of Sciences', 'Grain Union'] as const;
export const MEDIA = ['Courier', 'Daily Post', 'News Agency', 'Herald', 'Evening Star', 'Public Radio', 'Gazette', 'Observer'] as const;
export const GROUPS = ['farmers', 'dock workers', 'opposition politicians', 'student groups', 'exiles', 'border guards', 'energy officials', 'fishermen'] as const;

/** A claim is `{place} {action} {object} {relation} {other place} {time}`, phrased positively. */
export const ACTIONS = [
  ['supplied', 'to', 'trade'], ['bought', 'from', 'trade'], ['moved', 'towards', 'borders'], ['sold', 'to', 'trade'], ['hid', 'from', 'inspections'],
  ['withheld', 'from', 'energy'], ['promised', 'to', 'aid'], ['tested', 'near', 'security'], ['stored', 'near', 'security'], ['diverted', 'from', 'water'],
  ['shipped', 'through', 'trade'], ['delivered', 'to', 'aid'],
] as const satisfies readonly (readonly [string, string, string])[];
export const OBJECTS = [
  'artillery shells', 'grain', 'natural gas', 'river water', 'drinking water', 'medical masks', 'drones', 'fishing quotas', 'timber', 'steel', 'rocket fuel',
  'fertiliser', 'satellite images', 'rescue teams', 'rice', 'crude oil', 'vaccines', 'radar parts', 'copper', 'spare parts',
] as const;

export const LEADS = ['told reporters', 'said in a statement', 'said on the radio', 'wrote in a letter', 'told parliament', 'said in an interview'] as const;
export const QUOTES: Readonly<Record<'asserts' | 'denies' | 'neutral', readonly string[]>> = {
  asserts: ['we know that {claim}', 'it is a fact that {claim}', 'our records show that {claim}', 'everybody could see that {claim}'],
  denies: ['it is false that {claim}', 'it never happened that {claim}', 'nobody can show that {claim}', 'we reject the report that {claim}'],
  neutral: ['we have no indication whether {claim}', 'we will not comment on whether {claim}', 'it is still open whether {claim}'],
};
export const FILLERS = [
  'The session had been called at short notice.', 'Both delegations left without a joint text.', 'It was the third such exchange in a month.',
  'Observers had waited since the morning.', 'No documents were handed out.', 'The talks are to go on next week.', 'Prices on the exchange hardly moved.',
  'A spokesman asked for patience.', 'The letter was made public in the evening.', 'Questions were not admitted.',
] as const;

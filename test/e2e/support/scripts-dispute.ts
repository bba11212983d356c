/** A dispute in four scripts besides Latin: two right-to-left scripts, one with syllable blocks, one with joined characters. */
export const SCRIPTS = {
  arabic: 'وزارة الخارجية في جمهورية كوريا الشعبية الديمقراطية',
  hebrew: 'משרד החוץ של ישראל',
  korean: '조선민주주의인민공화국 국방성 장비총국',
  hindi: 'भारत का विदेश मंत्रालय',
  arabicClaim: 'باعت كوريا الشمالية أسلحة وذخائر إلى روسيا في عام 2022، وتنوي بيع المزيد منها.',
  hebrewClaim: 'רוסיה קונה מיליוני רקטות ופגזים (מצפון קוריאה).',
  koreanClaim: '조선민주주의인민공화국은 로씨야에 무기나 탄약을 수출한 적이 없으며 앞으로도 그럴 계획이 없다.',
  hindiClaim: 'उत्तर कोरिया ने रूस को हथियार बेचे हैं और आगे भी बेचने की योजना बना रहा है।',
  arabicQuotation: 'لم نصدر أسلحة أو ذخائر إلى روسيا من قبل',
} as const;

const statement = (id: string, actor: string, claim: string, stance: string, exact: string) => ({
  id,
  actor,
  claim,
  stance,
  date: '2022-09-22',
  document: 'report',
  quotation: { exact },
});

export const scriptsDispute = {
  format: 'gainsay/1',
  title: 'Four scripts',
  actors: [
    { id: 'arabic', name: SCRIPTS.arabic, kind: 'organisation', aliases: ['الخارجية', 'MFA'] },
    { id: 'hebrew', name: SCRIPTS.hebrew, kind: 'organisation' },
    { id: 'korean', name: SCRIPTS.korean, kind: 'state', aliases: ['국방성'] },
    { id: 'hindi', name: SCRIPTS.hindi, kind: 'group', description: 'नई दिल्ली में स्थित मंत्रालय' },
  ],
  claims: [
    { id: 'arabic-claim', text: SCRIPTS.arabicClaim },
    { id: 'hebrew-claim', text: SCRIPTS.hebrewClaim },
    { id: 'korean-claim', text: SCRIPTS.koreanClaim },
    { id: 'hindi-claim', text: SCRIPTS.hindiClaim },
  ],
  documents: [
    {
      id: 'report',
      title: 'تقرير وكالة الأنباء المركزية (2022)',
      language: 'ar',
      publishedAt: '2022-09-22',
      text: `قال المتحدث: ${SCRIPTS.arabicQuotation}، ولا ننوي ذلك.\nאמר הדובר: רוסיה קונה נשק.\n국방성 장비총국 부총국장은 이렇게 말했다.\nप्रवक्ता ने यह कहा।`,
    },
  ],
  statements: [
    statement('s-1', 'arabic', 'arabic-claim', 'denies', SCRIPTS.arabicQuotation),
    statement('s-2', 'hebrew', 'arabic-claim', 'asserts', 'רוסיה קונה נשק'),
    statement('s-3', 'hebrew', 'hebrew-claim', 'asserts', 'אמר הדובר'),
    statement('s-4', 'korean', 'korean-claim', 'asserts', '이렇게 말했다'),
    statement('s-5', 'hindi', 'korean-claim', 'denies', 'प्रवक्ता ने यह कहा'),
    statement('s-6', 'hindi', 'hindi-claim', 'asserts', 'प्रवक्ता ने यह कहा'),
    statement('s-7', 'korean', 'hindi-claim', 'denies', '국방성 장비총국'),
  ],
} as const;

import { type RespondentLanguage, wordsFor } from './answer-language.ts'

const sv = {
  language: 'Språk',
  start: {
    asks: (association: string, initiative: string | null) =>
      initiative ? `${association} frågar dig som är med i ${initiative}.` : `${association} frågar.`,
    length: (questions: number, minutes: number) =>
      `Antal frågor: ${questions}. Tid: ungefär ${minutes} minuter.`,
    anonymous:
      'Vi sparar inte vem du är, och ingen kan se vad just du har svarat. Svar från färre än fem personer visas aldrig.',
    button: 'Börja svara',
    again:
      'Du har redan svarat på den här telefonen. Om du svarar igen gäller de nya svaren i stället för de gamla.',
    againButton: 'Svara igen',
  },
  question: (number: number, of: number) => `Fråga ${number} av ${of}`,
  next: 'Nästa',
  back: 'Tillbaka',
  skip: 'Hoppa över',
  toCheck: 'Till dina svar',
  check: 'Se dina svar',
  all: 'Visa alla frågor på en sida',
  one: 'Visa en fråga i taget',
  required: 'måste besvaras',
  several: 'Du kan välja flera.',
  otherwise: 'Eller:',
  readAloud: 'Läs upp',
  textHint: 'Skriv inte namn, telefonnummer eller annat som visar vem du eller någon annan är.',
  review: {
    title: 'Dina svar',
    lead: 'Se om svaren stämmer. De är inte inlämnade än.',
    none: 'Inget svar',
    change: 'Ändra',
    changeAbout: (question: string) => `svaret på: ${question}`,
    handIn: 'Lämna in',
  },
  reveals: {
    heading: 'Det kan gå att se vem det handlar om',
    text: 'Det här ser ut som ett namn, ett nummer eller en adress. Ta gärna bort det. Du får lämna in ändå.',
  },
  wrong: {
    heading: 'Något behöver rättas',
    required: 'Den här frågan måste besvaras.',
    'not-an-option': 'Välj ett av svaren.',
    'not-a-number': 'Skriv ett tal med siffror.',
    'outside-range': (from: number, to: number) => `Skriv ett tal från ${from} till ${to}.`,
    'too-many-decimals': (decimals: number) => `Skriv högst ${decimals} decimaler.`,
    'chosen-twice': 'Välj varje svar en gång.',
    'unknown-among-others': 'Välj antingen svar eller vet inte, inte båda.',
    'too-long': (most: number) => `Texten är för lång. Skriv högst ${most} tecken.`,
  },
  thanks: {
    received: 'Vi har tagit emot dina svar. Du kan stänga sidan.',
    change: 'Vill du ändra? Du kan svara igen på den här telefonen tills enkäten stänger.',
    changeLink: 'Svara igen',
    next: 'Sidan börjar om för nästa person om 15 sekunder.',
    nextLink: 'Börja om nu',
  },
  code: {
    title: 'Svara på en enkät',
    label: 'Din kod',
    hint: 'Koden står på ditt papper eller i ditt brev. Den har tolv tecken.',
    button: 'Fortsätt',
    wrong: 'Koden stämmer inte. Se efter att alla tolv tecken är rätt.',
    used: 'Koden har redan använts på en annan telefon eller dator. En kod kan användas på ett ställe.',
    closed: 'Enkäten som koden hör till är inte öppen nu. Kontakta den som gav dig koden.',
    needed: {
      title: 'Du behöver en kod',
      text: 'Den här enkäten besvarar man med en kod. Koden står på ditt papper eller i ditt brev.',
      link: 'Skriv din kod',
    },
  },
  closed: {
    title: 'Enkäten är stängd',
    text: 'Det går inte att svara längre. Tack för att du ville svara.',
  },
  unknown: {
    title: 'Här finns ingen öppen enkät',
    text: 'Länken kan vara fel avskriven, eller så har enkäten inte öppnat än. Fråga den som gav dig länken.',
    link: 'Har du en kod? Skriv den här',
  },
  lost: {
    title: 'Börja om från början',
    text: 'Vi kan inte ta emot svaren från den här sidan. Det händer om någon annan har börjat svara efter dig, eller om telefonen inte sparar kakor.',
    link: 'Börja om',
  },
}
type Texts = typeof sv

const simple: Texts = {
  ...sv,
  start: {
    asks: (association, initiative) =>
      initiative ? `${association} frågar dig. Du är med i ${initiative}.` : `${association} frågar dig.`,
    length: (questions, minutes) => `Det är ${questions} frågor. Det tar ungefär ${minutes} minuter.`,
    anonymous:
      'Vi vet inte vem du är. Ingen kan se vad just du svarar. Vi visar aldrig svar från färre än fem personer.',
    button: 'Börja svara',
    again: 'Du har redan svarat. Du kan svara igen. Då tar vi bort de gamla svaren.',
    againButton: 'Svara igen',
  },
  required: 'du måste svara',
  textHint: 'Skriv inte namn. Skriv inte telefonnummer.',
  review: { ...sv.review, lead: 'Här är dina svar. Titta om de är rätt. Tryck sedan på Lämna in.' },
  reveals: {
    heading: 'Man kan kanske se vem det är',
    text: 'Det här ser ut som ett namn eller ett nummer. Ta bort det om du kan. Du får lämna in ändå.',
  },
  thanks: {
    received: 'Vi har fått dina svar. Du kan stänga sidan.',
    change: 'Vill du ändra? Du kan svara igen på den här telefonen.',
    changeLink: 'Svara igen',
    next: 'Sidan börjar om för nästa person om 15 sekunder.',
    nextLink: 'Börja om nu',
  },
  lost: {
    title: 'Börja om',
    text: 'Vi kan inte ta emot svaren från den här sidan. Du behöver börja om från början.',
    link: 'Börja om',
  },
}

const en: Texts = {
  language: 'Language',
  start: {
    asks: (association, initiative) =>
      initiative ? `${association} asks you who take part in ${initiative}.` : `${association} asks.`,
    length: (questions, minutes) => `Questions: ${questions}. Time: about ${minutes} minutes.`,
    anonymous:
      'We do not keep who you are, and nobody can see what you answered. Answers from fewer than five people are never shown.',
    button: 'Start',
    again:
      'You have already answered on this phone. If you answer again, the new answers replace the old ones.',
    againButton: 'Answer again',
  },
  question: (number, of) => `Question ${number} of ${of}`,
  next: 'Next',
  back: 'Back',
  skip: 'Skip',
  toCheck: 'To your answers',
  check: 'See your answers',
  all: 'Show all questions on one page',
  one: 'Show one question at a time',
  required: 'must be answered',
  several: 'You can choose several.',
  otherwise: 'Or:',
  readAloud: 'Read aloud',
  textHint: 'Do not write names, phone numbers or anything else that shows who you or somebody else is.',
  review: {
    title: 'Your answers',
    lead: 'See if the answers are right. They are not handed in yet.',
    none: 'No answer',
    change: 'Change',
    changeAbout: question => `the answer to: ${question}`,
    handIn: 'Hand in',
  },
  reveals: {
    heading: 'It may show who this is about',
    text: 'This looks like a name, a number or an address. Please take it away if you can. You may hand in anyway.',
  },
  wrong: {
    heading: 'Something needs to be corrected',
    required: 'This question must be answered.',
    'not-an-option': 'Choose one of the answers.',
    'not-a-number': 'Write a number in digits.',
    'outside-range': (from, to) => `Write a number from ${from} to ${to}.`,
    'too-many-decimals': decimals => `Write at most ${decimals} decimals.`,
    'chosen-twice': 'Choose each answer once.',
    'unknown-among-others': 'Choose either answers or don’t know, not both.',
    'too-long': most => `The text is too long. Write at most ${most} characters.`,
  },
  thanks: {
    received: 'We have received your answers. You can close this page.',
    change: 'Do you want to change something? You can answer again on this phone until the survey closes.',
    changeLink: 'Answer again',
    next: 'The page starts again for the next person in 15 seconds.',
    nextLink: 'Start again now',
  },
  code: {
    title: 'Answer a survey',
    label: 'Your code',
    hint: 'The code is on your paper or in your letter. It has twelve characters.',
    button: 'Continue',
    wrong: 'The code is not right. Check that all twelve characters are correct.',
    used: 'The code has already been used on another phone or computer. A code works in one place.',
    closed: 'The survey that the code belongs to is not open now. Contact the person who gave you the code.',
    needed: {
      title: 'You need a code',
      text: 'This survey is answered with a code. The code is on your paper or in your letter.',
      link: 'Write your code',
    },
  },
  closed: {
    title: 'The survey is closed',
    text: 'It is no longer possible to answer. Thank you for wanting to.',
  },
  unknown: {
    title: 'There is no open survey here',
    text: 'The link may be mistyped, or the survey has not opened yet. Ask the person who gave you the link.',
    link: 'Do you have a code? Write it here',
  },
  lost: {
    title: 'Start from the beginning',
    text: 'We cannot receive the answers from this page. This happens if somebody else has started to answer after you, or if the phone does not keep cookies.',
    link: 'Start again',
  },
}

const ar: Texts = {
  language: 'اللغة',
  start: {
    asks: (association, initiative) =>
      initiative ? `تسألك ${association} لأنك تشارك في ${initiative}.` : `الجهة التي تسأل: ${association}.`,
    length: (questions, minutes) => `عدد الأسئلة: ${questions}. الوقت: حوالي ${minutes} دقائق.`,
    anonymous: 'لا نحفظ من أنت، ولا يستطيع أحد أن يرى بماذا أجبت. لا نعرض أبدًا إجابات أقل من خمسة أشخاص.',
    button: 'ابدأ',
    again: 'لقد أجبت من قبل على هذا الهاتف. إذا أجبت مرة أخرى فستحل الإجابات الجديدة محل القديمة.',
    againButton: 'أجب مرة أخرى',
  },
  question: (number, of) => `السؤال ${number} من ${of}`,
  next: 'التالي',
  back: 'رجوع',
  skip: 'تخطٍّ',
  toCheck: 'إلى إجاباتك',
  check: 'اعرض إجاباتك',
  all: 'اعرض كل الأسئلة في صفحة واحدة',
  one: 'اعرض سؤالًا واحدًا في كل مرة',
  required: 'يجب الإجابة',
  several: 'يمكنك اختيار أكثر من إجابة.',
  otherwise: 'أو:',
  readAloud: 'اقرأ بصوت عالٍ',
  textHint: 'لا تكتب أسماء أو أرقام هواتف أو أي شيء آخر يُظهر من أنت أو من هو شخص آخر.',
  review: {
    title: 'إجاباتك',
    lead: 'تأكد من أن الإجابات صحيحة. لم يتم إرسالها بعد.',
    none: 'لا توجد إجابة',
    change: 'تغيير',
    changeAbout: question => `الإجابة عن: ${question}`,
    handIn: 'إرسال',
  },
  reveals: {
    heading: 'قد يظهر من هذا النص عمّن تتحدث',
    text: 'هذا يشبه اسمًا أو رقمًا أو عنوانًا. من الأفضل أن تحذفه. ويمكنك الإرسال على أي حال.',
  },
  wrong: {
    heading: 'هناك شيء يحتاج إلى تصحيح',
    required: 'يجب الإجابة عن هذا السؤال.',
    'not-an-option': 'اختر إحدى الإجابات.',
    'not-a-number': 'اكتب رقمًا.',
    'outside-range': (from, to) => `اكتب رقمًا من ${from} إلى ${to}.`,
    'too-many-decimals': decimals => `عدد الأرقام بعد الفاصلة لا يزيد على ${decimals}.`,
    'chosen-twice': 'اختر كل إجابة مرة واحدة.',
    'unknown-among-others': 'اختر إما إجابات أو «لا أعرف»، وليس كليهما.',
    'too-long': most => `النص طويل جدًا. الحد الأقصى ${most} حرف.`,
  },
  thanks: {
    received: 'لقد تلقينا إجاباتك. يمكنك إغلاق الصفحة.',
    change: 'هل تريد تغيير شيء؟ يمكنك الإجابة مرة أخرى على هذا الهاتف حتى يُغلق الاستبيان.',
    changeLink: 'أجب مرة أخرى',
    next: 'ستبدأ الصفحة من جديد للشخص التالي بعد 15 ثانية.',
    nextLink: 'ابدأ من جديد الآن',
  },
  code: {
    title: 'الإجابة عن استبيان',
    label: 'الرمز الخاص بك',
    hint: 'الرمز مكتوب على ورقتك أو في رسالتك. يتكون من اثني عشر حرفًا ورقمًا.',
    button: 'متابعة',
    wrong: 'الرمز غير صحيح. تأكد من أن كل الحروف والأرقام صحيحة.',
    used: 'لقد استُخدم الرمز من قبل على هاتف أو حاسوب آخر. يعمل الرمز في مكان واحد فقط.',
    closed: 'الاستبيان الخاص بهذا الرمز غير مفتوح الآن. اتصل بمن أعطاك الرمز.',
    needed: {
      title: 'تحتاج إلى رمز',
      text: 'تتم الإجابة عن هذا الاستبيان برمز. الرمز مكتوب على ورقتك أو في رسالتك.',
      link: 'اكتب الرمز',
    },
  },
  closed: {
    title: 'الاستبيان مغلق',
    text: 'لم تعد الإجابة ممكنة. شكرًا لأنك أردت الإجابة.',
  },
  unknown: {
    title: 'لا يوجد استبيان مفتوح هنا',
    text: 'قد يكون الرابط مكتوبًا بشكل خاطئ، أو أن الاستبيان لم يُفتح بعد. اسأل من أعطاك الرابط.',
    link: 'هل لديك رمز؟ اكتبه هنا',
  },
  lost: {
    title: 'ابدأ من البداية',
    text: 'لا نستطيع تلقي الإجابات من هذه الصفحة. يحدث هذا إذا بدأ شخص آخر بالإجابة بعدك، أو إذا كان الهاتف لا يحفظ ملفات تعريف الارتباط.',
    link: 'ابدأ من جديد',
  },
}

const so: Texts = {
  language: 'Luqad',
  start: {
    asks: (association, initiative) =>
      initiative
        ? `${association} ayaa ku weydiinaysa, maadaama aad ka qayb qaadato ${initiative}.`
        : `${association} ayaa ku weydiinaysa.`,
    length: (questions, minutes) => `Tirada su’aalaha: ${questions}. Waqtiga: ilaa ${minutes} daqiiqo.`,
    anonymous:
      'Ma kaydinno cidda aad tahay, cidna ma arki karto waxa aad ka jawaabtay. Weligeed lama muujiyo jawaabaha dad ka yar shan qof.',
    button: 'Bilow',
    again:
      'Hore ayaad uga jawaabtay telefoonkan. Haddii aad mar kale jawaabto, jawaabaha cusub ayaa beddelaya kuwii hore.',
    againButton: 'Mar kale ka jawaab',
  },
  question: (number, of) => `Su’aal ${number} ee ${of}`,
  next: 'Xiga',
  back: 'Dib u noqo',
  skip: 'Ka bood',
  toCheck: 'U tag jawaabahaaga',
  check: 'Eeg jawaabahaaga',
  all: 'Ku muuji dhammaan su’aalaha hal bog',
  one: 'Muuji hal su’aal markiiba',
  required: 'waa in laga jawaabo',
  several: 'Waxaad dooran kartaa dhowr.',
  otherwise: 'Ama:',
  readAloud: 'Kor u akhri',
  textHint: 'Ha qorin magacyo, lambarro telefoon ama wax kale oo muujinaya cidda aad tahay ama qof kale.',
  review: {
    title: 'Jawaabahaaga',
    lead: 'Eeg in jawaabuhu sax yihiin. Weli lama dirin.',
    none: 'Jawaab ma jirto',
    change: 'Beddel',
    changeAbout: question => `jawaabta: ${question}`,
    handIn: 'Dir',
  },
  reveals: {
    heading: 'Waxaa laga yaabaa in la garto qofka laga hadlayo',
    text: 'Tani waxay u eg tahay magac, lambar ama cinwaan. Ka saar haddii aad kari karto. Sidaas oo kale waad diri kartaa.',
  },
  wrong: {
    heading: 'Wax baa u baahan in la saxo',
    required: 'Su’aashan waa in laga jawaabo.',
    'not-an-option': 'Dooro mid ka mid ah jawaabaha.',
    'not-a-number': 'Ku qor tiro.',
    'outside-range': (from, to) => `Qor tiro u dhexeysa ${from} ilaa ${to}.`,
    'too-many-decimals': decimals => `Qor ugu badnaan ${decimals} tiro jajab ah.`,
    'chosen-twice': 'Jawaab kasta hal mar dooro.',
    'unknown-among-others': 'Dooro jawaabo ama «ma garanayo», ha dooran labadaba.',
    'too-long': most => `Qoraalku aad buu u dheer yahay. Qor ugu badnaan ${most} xaraf.`,
  },
  thanks: {
    received: 'Waan helnay jawaabahaaga. Bogga waad xiri kartaa.',
    change: 'Ma rabtaa inaad wax beddesho? Mar kale waad kaga jawaabi kartaa telefoonkan ilaa sahanku xirmo.',
    changeLink: 'Mar kale ka jawaab',
    next: 'Boggu wuxuu dib ugu bilaabmayaa qofka xiga 15 ilbiriqsi kaddib.',
    nextLink: 'Hadda dib u bilow',
  },
  code: {
    title: 'Ka jawaab sahan',
    label: 'Koodhkaaga',
    hint: 'Koodhku wuxuu ku qoran yahay warqaddaada. Wuxuu ka kooban yahay laba iyo toban xaraf iyo tiro.',
    button: 'Sii wad',
    wrong: 'Koodhku sax ma aha. Hubi in dhammaan xarfaha iyo tirooyinku sax yihiin.',
    used: 'Koodhka hore ayaa loogu isticmaalay telefoon ama kombiyuutar kale. Koodhku hal meel ayuu ka shaqeeyaa.',
    closed: 'Sahanka koodhkani hadda ma furna. La xiriir qofkii koodhka ku siiyay.',
    needed: {
      title: 'Koodh baad u baahan tahay',
      text: 'Sahankan waxaa lagaga jawaabaa koodh. Koodhku wuxuu ku qoran yahay warqaddaada.',
      link: 'Qor koodhkaaga',
    },
  },
  closed: {
    title: 'Sahanku waa xiran yahay',
    text: 'Hadda lama jawaabi karo. Waad ku mahadsan tahay inaad rabtay inaad jawaabto.',
  },
  unknown: {
    title: 'Halkan kama jiro sahan furan',
    text: 'Waxaa laga yaabaa in linkigu qaldan yahay, ama sahanka weli lama furin. Weydii qofkii linkiga ku siiyay.',
    link: 'Koodh ma haysataa? Halkan ku qor',
  },
  lost: {
    title: 'Ka bilow bilowga',
    text: 'Jawaabaha bogga kama heli karno. Tani waxay dhacdaa haddii qof kale bilaabay inuu jawaabo kaddib markaad bilowday, ama haddii telefoonku uusan kaydin cookies.',
    link: 'Dib u bilow',
  },
}

const answer: Readonly<Record<RespondentLanguage, Texts>> = { sv, 'sv-simple': simple, en, ar, so }

/** The words of respondents' pages in the language of a questionnaire, or in the nearest that there is. */
export const answerTexts = (language: string): Texts => wordsFor(answer, language)

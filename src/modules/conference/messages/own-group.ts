import type { Catalogue } from '../../../platform/i18n/language.ts'

/** An expert's group, and the arguments that groups note. */
const sv = {
  title: 'Din grupp',
  lead: 'Här ser du vilka du samtalar med, och vad grupperna har kommit fram till.',
  none: {
    heading: 'Du har ingen plats i en grupp ännu',
    text: 'När grupperna är klara står det här var du sitter och med vilka.',
  },
  sitting: (sitting: number, group: number) => `Samtal ${sitting}: grupp ${group}`,
  later: 'Dina nästa grupper',
  earlier: 'Tidigare grupper',
  you: 'du',
  members: (sitting: number, group: number) => `De som sitter i grupp ${group}, samtal ${sitting}`,
  name: 'Namn',
  role: 'Roll',
  association: 'Förbund',
  note: {
    heading: 'Skriv ner ett argument',
    lead: 'Argumentet står i gruppens namn. Vem i gruppen som skrev det sparas inte. Alla experter ser det i nästa omröstning.',
    item: 'Förslag',
    choose: 'Välj ett förslag',
    side: 'Talar argumentet för eller emot förslaget?',
    for: 'För',
    against: 'Emot',
    wording: 'Argumentet, i en eller två meningar',
    save: 'Spara argumentet',
    saved: 'Argumentet är sparat.',
    removed: 'Argumentet är borttaget.',
    noItems: 'Just nu finns inga förslag att samtala om.',
  },
  list: {
    heading: 'Alla gruppers argument',
    lead: 'Om de förslag som ni samtalar om nu.',
    none: 'Ingen grupp har skrivit ner något argument ännu.',
    by: (group: number, sitting: number) => `Grupp ${group}, samtal ${sitting}`,
    remove: 'Ta bort',
    removeAbout: (wording: string) => `argumentet ”${wording}”`,
  },
  error: {
    'item-missing': 'Välj vilket förslag argumentet handlar om.',
    'side-missing': 'Välj om argumentet talar för eller emot.',
    'wording-missing': 'Skriv argumentet.',
    'wording-too-long': 'Argumentet är för långt. Korta det till högst 1 000 tecken.',
  },
  refusal: {
    'no-seat':
      'Du har ingen plats i en grupp, och argumentet sparas i gruppens namn. Det du skrev är kvar här.',
    'no-such-item':
      'Det förslaget samtalar ni inte om längre. Det du skrev är kvar här, välj ett annat förslag.',
    'no-such-argument': 'Argumentet var redan borttaget, eller hör till en annan grupp.',
  },
}

const en: typeof sv = {
  title: 'Your group',
  lead: 'Here you see with whom you talk, and what the groups have found.',
  none: {
    heading: 'You have no seat in a group yet',
    text: 'When the groups are ready, it says here where you sit and with whom.',
  },
  sitting: (sitting, group) => `Sitting ${sitting}: group ${group}`,
  later: 'Your next groups',
  earlier: 'Earlier groups',
  you: 'you',
  members: (sitting, group) => `Those in group ${group}, sitting ${sitting}`,
  name: 'Name',
  role: 'Role',
  association: 'Association',
  note: {
    heading: 'Note an argument',
    lead: 'The argument stands in the group’s name. Who in the group wrote it is not kept. All experts see it in the next vote.',
    item: 'Item',
    choose: 'Choose an item',
    side: 'Does the argument speak for or against the item?',
    for: 'For',
    against: 'Against',
    wording: 'The argument, in a sentence or two',
    save: 'Save the argument',
    saved: 'The argument is saved.',
    removed: 'The argument is removed.',
    noItems: 'There are no items to discuss right now.',
  },
  list: {
    heading: 'All groups’ arguments',
    lead: 'On the items that you discuss now.',
    none: 'No group has noted an argument yet.',
    by: (group, sitting) => `Group ${group}, sitting ${sitting}`,
    remove: 'Remove',
    removeAbout: wording => `the argument “${wording}”`,
  },
  error: {
    'item-missing': 'Choose which item the argument is about.',
    'side-missing': 'Choose whether the argument speaks for or against.',
    'wording-missing': 'Write the argument.',
    'wording-too-long': 'The argument is too long. Shorten it to at most 1,000 characters.',
  },
  refusal: {
    'no-seat':
      'You have no seat in a group, and the argument is saved in the group’s name. What you wrote is still here.',
    'no-such-item': 'That item is no longer discussed. What you wrote is still here; choose another item.',
    'no-such-argument': 'The argument was already removed, or belongs to another group.',
  },
}

export const ownGroup: Catalogue<typeof sv> = { sv, en }

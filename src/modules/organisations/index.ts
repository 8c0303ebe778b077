export {
  addInitiatives,
  demoAssociations,
  loadAssociations,
  measuringAssociations,
  type NewInitiative,
} from './commands.ts'
export { type AssociationRef, associations } from './queries.ts'

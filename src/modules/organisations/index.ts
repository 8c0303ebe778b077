export {
  addInitiatives,
  demoAssociations,
  loadAssociations,
  measuringAssociations,
  type NewInitiative,
} from './commands.ts'
export { type AssociationRef, associations, type Initiative, initiativesOf } from './queries.ts'

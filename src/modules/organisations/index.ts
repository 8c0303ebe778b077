export { demoAssociations, loadAssociations } from './commands.ts'
export { associations } from './queries.ts'

import pg from 'pg'

/** The moments at which answers became durable, as the database tells all who listen: once for each group. */
export interface GroupCommits {
  /** Since it was asked last. */
  count(): number
  close(): Promise<void>
}

/** @param topic what the program announces in the transaction that keeps a group */
export async function watchCommits(adminUrl: string, topic: string): Promise<GroupCommits> {
  const client = new pg.Client({ connectionString: adminUrl })
  let commits = 0
  client.on('notification', ({ payload }) => {
    if (payload === topic) commits++
  })
  await client.connect()
  await client.query('listen mellanrum_live')
  return {
    count() {
      const counted = commits
      commits = 0
      return counted
    },
    close: () => client.end(),
  }
}

import pg from 'pg'

/** The moments at which something became durable, as the database tells all who listen: once for each group. */
export interface GroupCommits {
  /** Stops watching. @returns how many there were */
  end(): Promise<number>
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
    async end() {
      await client.end()
      return commits
    },
  }
}

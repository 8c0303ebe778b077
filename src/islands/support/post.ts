/** How long a phone waits for an answer before it takes the network for lost. */
const answerWithinMs = 15_000

/** Sends a form in the background. @returns undefined when no answer came */
export async function post(address: string, body: string): Promise<Response | undefined> {
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), answerWithinMs)
  try {
    return await fetch(address, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      body,
      signal: patience.signal,
    })
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}

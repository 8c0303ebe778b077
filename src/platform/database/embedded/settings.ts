/**
 * How the server is set, on its command line, so that a new version of the program sets old databases too.
 * For a small installation: little memory while idle, and never at the cost of what has been acknowledged.
 */
export const serverSettings = (socketFolder: string): Record<string, string> => ({
  // Only through the socket, only for those who may enter its folder.
  listen_addresses: '',
  unix_socket_directories: socketFolder,
  unix_socket_permissions: '0700',
  port: '5432',
  max_connections: '100',

  // What is acknowledged is on the disk.
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',

  shared_buffers: '64MB',
  max_wal_size: '256MB',
  // Our queries are short; compiling them costs more than it gives.
  jit: 'off',
  // Three fewer processes than PostgreSQL 18's reading ahead by workers.
  io_method: 'sync',

  // A statement, its values and a message's details may hold personal data, so none of them are logged:
  // "log" lies above "error", and the program itself tells of the errors it gets.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  log_line_prefix: '',
})

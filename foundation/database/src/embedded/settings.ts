import { totalmem } from 'node:os'

/** PostgreSQL settings by name, all values as text. */
export type Settings = Readonly<Record<string, string>>

const GIBIBYTE = 1024 ** 3

/**
 * Settings of the embedded server: durable, on loopback only, sized for a machine of two cores that also runs the rest.
 * Errors are logged without statements and details, because those hold people's data.
 */
export function embeddedSettings(memoryBytes: number = totalmem()): Settings {
  const small = memoryBytes < 2 * GIBIBYTE
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    max_connections: '120',
    shared_buffers: small ? '64MB' : '256MB',
    effective_cache_size: small ? '256MB' : '1GB',
    work_mem: small ? '4MB' : '16MB',
    maintenance_work_mem: small ? '32MB' : '128MB',
    max_wal_size: '2GB',
    checkpoint_timeout: '10min',
    checkpoint_completion_target: '0.9',
    random_page_cost: '1.1',
    max_parallel_workers_per_gather: '1',
    jit: 'off',
    TimeZone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
  }
}

/** The configurations of the recipe, as docs/high-availability.md explains them; here for loopback. */

export interface NodeWanted {
  readonly name: string
  readonly folder: string
  readonly port: number
  readonly rest: number
  readonly etcd: number
  readonly bin: string
}

/**
 * A commit is acknowledged once the replica has it on its disk (synchronous_mode), so that nothing acknowledged is lost
 * with the leader. A dead leader is replaced after `ttl` seconds at most, and `loop_wait` until it is noticed.
 */
export const patroniConfig = ({ name, folder, port, rest, etcd, bin }: NodeWanted): string => `
scope: jingwei
name: ${name}
restapi:
  listen: 127.0.0.1:${rest}
  connect_address: 127.0.0.1:${rest}
etcd3:
  host: 127.0.0.1:${etcd}
bootstrap:
  dcs:
    ttl: 15
    loop_wait: 2
    retry_timeout: 5
    maximum_lag_on_failover: 0
    synchronous_mode: true
    postgresql:
      use_pg_rewind: true
      parameters:
        max_connections: 60
        shared_buffers: 64MB
        wal_log_hints: 'on'
        synchronous_commit: 'on'
  initdb:
    - encoding: UTF8
    - locale: C.UTF-8
    - data-checksums
postgresql:
  listen: 127.0.0.1:${port}
  connect_address: 127.0.0.1:${port}
  data_dir: ${folder}/data
  bin_dir: ${bin}
  pgpass: ${folder}/pgpass
  pg_hba:
    - host all all 127.0.0.1/32 scram-sha-256
    - host replication replicator 127.0.0.1/32 scram-sha-256
    - local all all trust
  authentication:
    superuser:
      username: postgres
      password: only-on-loopback
    replication:
      username: replicator
      password: only-on-loopback
    rewind:
      username: rewinder
      password: only-on-loopback
  parameters:
    unix_socket_directories: ${folder}
`

export interface ProxyWanted {
  /** Port at which the present leader answers. */
  readonly database: number
  /** Port at which people come in. */
  readonly front: number
  readonly nodes: readonly { readonly name: string; readonly port: number; readonly rest: number }[]
  readonly servers: readonly number[]
}

/** Writes go to whichever node says that it leads; requests go to whichever server says that it is ready. */
export const haproxyConfig = ({ database, front, nodes, servers }: ProxyWanted): string => `
global
  maxconn 500
defaults
  timeout connect 3s
  timeout client 1h
  timeout server 1h
  timeout check 2s
listen database
  bind 127.0.0.1:${database}
  mode tcp
  option httpchk GET /primary
  http-check expect status 200
  default-server inter 1s fall 2 rise 1 on-marked-down shutdown-sessions
${nodes.map((n) => `  server ${n.name} 127.0.0.1:${n.port} check port ${n.rest}`).join('\n')}
listen people
  bind 127.0.0.1:${front}
  mode http
  balance roundrobin
  option httpchk GET /readyz
  http-check expect status 200
  option redispatch
  retries 2
  default-server inter 1s fall 2 rise 1
${servers.map((port, i) => `  server server${i + 1} 127.0.0.1:${port} check`).join('\n')}
`

import type { SeedInput } from './seed.ts'

/** The account that an emulator has when its seed says nothing else. */
export const demoSeed: Required<SeedInput> = {
  account: { id: 'demo-account', name: 'Demo', plan: 'business', timezone: 'Asia/Taipei', language: 'en-US' },
  apps: [
    { type: 'server_to_server', name: 'Demo server', client_id: 'demo-client', client_secret: 'demo-secret' },
    {
      type: 'oauth',
      name: 'Demo app for users',
      client_id: 'demo-oauth-client',
      client_secret: 'demo-oauth-secret',
      redirect_uris: ['http://127.0.0.1/callback'],
    },
    { type: 'jwt', name: 'Demo JWT app', api_key: 'demo-api-key', api_secret: 'demo-api-secret' },
  ],
  users: [
    {
      email: 'owner@example.com',
      first_name: 'Olive',
      last_name: 'Owner',
      role_id: '0',
      timezone: 'Asia/Taipei',
      assistants: ['mei@example.com'],
    },
    { email: 'mei@example.com', first_name: 'Mei', last_name: 'Lin', timezone: 'Asia/Taipei', dept: 'Events' },
    { email: 'kenji@example.com', first_name: 'Kenji', last_name: 'Sato', timezone: 'Asia/Tokyo' },
    { email: 'ayse@example.com', first_name: 'Ayşe', last_name: 'Kaya', timezone: 'Europe/Istanbul' },
    { email: 'lars@example.com', first_name: 'Lars', last_name: 'Berg', timezone: 'Europe/Stockholm', role_id: '1' },
    { email: 'nora@example.com', first_name: 'Nora', last_name: 'Diaz', type: 1, timezone: 'America/New_York' },
    { email: 'arjun@example.com', first_name: 'Arjun', last_name: 'Rao', type: 1, timezone: 'Asia/Kolkata' },
  ],
  webhooks: [],
}

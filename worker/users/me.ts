import { type Ctx, signedIn } from '../context'
import { ApiError } from '../errors'
import { getProfile } from './queries'

/** The signed-in person's own account, as D1 has it now. */
export async function me(ctx: Ctx) {
  const profile = await getProfile(ctx.db, signedIn(ctx).userId)
  if (!profile) throw new ApiError('sign_in_ended', 'This account is gone.')
  const { user, facilitator } = profile
  return {
    id: user.id,
    email: user.email ?? '',
    name: user.name,
    role: user.role,
    time_zone: user.timeZone,
    created_at: new Date(user.createdAt).toISOString(),
    facilitator: facilitator && {
      id: facilitator.id,
      bio: facilitator.bio,
      specialization: facilitator.specialization,
      approved: facilitator.approvedAt !== null,
    },
  }
}

import { type Ctx, signedIn } from '../context'
import { ApiError } from '../errors'
import { getProfile, type Profile } from './queries'

/** The signed-in person's own account, as D1 has it now. */
export async function me(ctx: Ctx) {
  return profileOut(await findOwnProfile(ctx))
}

/** 401 `sign_in_ended` for an account that was erased while its proof is still good. */
export async function findOwnProfile(ctx: Ctx): Promise<Profile> {
  return unlessGone(await getProfile(ctx.db, signedIn(ctx).userId))
}

export function unlessGone(profile: Profile | null): Profile {
  if (!profile) throw accountGone()
  return profile
}

export function accountGone(): ApiError {
  return new ApiError('sign_in_ended', 'This account is gone.')
}

export function profileOut({ user, facilitator }: Profile) {
  return {
    id: user.id,
    email: user.email ?? '',
    name: user.name,
    role: user.role,
    time_zone: user.timeZone,
    email_verified: user.emailVerifiedAt !== null,
    has_password: user.passwordHash !== null,
    created_at: new Date(user.createdAt).toISOString(),
    facilitator: facilitator && {
      id: facilitator.id,
      bio: facilitator.bio,
      specialization: facilitator.specialization,
      approved: facilitator.approvedAt !== null,
    },
  }
}

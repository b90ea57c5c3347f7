using Microsoft.Azure.Functions.Worker;

namespace Parley.Local;

/// <summary>Endpoint metadata: who may call. Also what tells our endpoints from those that routing adds itself.</summary>
internal sealed record RequiredLevel(AuthorizationLevel Level);

package io.clientele.modules.internal.store;

import io.clientele.modules.internal.archive.ManifestPolicy.PlatformPackages;

/** A platform without packages and bundles. */
final class NoPlatform implements PlatformPackages {
    @Override
    public boolean exports(String name) {
        return false;
    }

    @Override
    public boolean isBundle(String symbolicName) {
        return false;
    }
}

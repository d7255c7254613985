// PlatformTests

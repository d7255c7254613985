internal import Glibc

extension RunReport.Bucket {
    /// 10^(step / 20).
    static func power(_ step: Int) -> Double { pow(10, Double(step) / 20) }
}

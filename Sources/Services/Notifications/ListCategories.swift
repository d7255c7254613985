import Domain
import Messages
import RPC

extension ServiceRuntime {
    var listCategoriesHandler: Handler {
        read(.listCategories) { (_: ListCategoriesRequest) throws(DomainError) in
            ListCategories()
        } encode: { categories in
            ListCategoriesResponse(categories: categories.map(Category.init))
        }
    }
}

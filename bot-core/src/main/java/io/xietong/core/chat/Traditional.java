package io.xietong.core.chat;

/** Traditional characters that verbs, names, days and everyday requests are written with, and their simplified forms. */
public final class Traditional {

    private static final String TRADITIONAL = "幫請補轉絕驗開評論關註辦設軌跡詢應問題時間曆歷聯繫範達議決會專屬個級銷產務財場計術週這麼樣誰負責對給讓從來過還沒無號點幾"
            + "兩後發現備檔單據錢價報稅資訊電腦網絡線機構製團隊員經總長門業東樓廠貨運輸車煩謝順張偉劉陳趙孫鄭馮許馬羅韓吳楊蔣鄧蕭龍葉潔"
            + "悅強濤寧麗靜遠寶標準圖畫寫讀聽說話語詞簡體見覺視觀親觸記錄錯誤調試認識讚賞購買賣貴費質贊進遲選遞邊郵釋鍵鎖銀鐘閉閱隨險雜"
            + "難雲響項預領頭頁類顏風飛飯館驟擬換損擔擇擊環碼確禮種積稱穩競筆節練組結統絲綠維緊緒編緩縮繼續聲職與舉舊藝處虛蘭衛裝裡複規"
            + "訂託訓訪該詳談誠課證護變豐賬賴趕適遙鄰書條極樂歡歲歸殘氣況淨測溝滿潤灣為爭狀獨獲當療盡監盤眾礎勞動勝區協厲參雙啟國園圓塊"
            + "壓壞夠奪婦嚴實審寬將尋導層師帶幣幹廣庫廢異彈徑復態慣懷戰戶採掃於並亞傳債傷僅優儲兒內冊劃剛創劇釘";

    private static final String SIMPLIFIED = "帮请补转绝验开评论关注办设轨迹询应问题时间历历联系范达议决会专属个级销产务财场计术周这么样谁负责对给让从来过还没无号点几"
            + "两后发现备档单据钱价报税资讯电脑网络线机构制团队员经总长门业东楼厂货运输车烦谢顺张伟刘陈赵孙郑冯许马罗韩吴杨蒋邓萧龙叶洁"
            + "悦强涛宁丽静远宝标准图画写读听说话语词简体见觉视观亲触记录错误调试认识赞赏购买卖贵费质赞进迟选递边邮释键锁银钟闭阅随险杂"
            + "难云响项预领头页类颜风飞饭馆骤拟换损担择击环码确礼种积称稳竞笔节练组结统丝绿维紧绪编缓缩继续声职与举旧艺处虚兰卫装里复规"
            + "订托训访该详谈诚课证护变丰账赖赶适遥邻书条极乐欢岁归残气况净测沟满润湾为争状独获当疗尽监盘众础劳动胜区协厉参双启国园圆块"
            + "压坏够夺妇严实审宽将寻导层师带币干广库废异弹径复态惯怀战户采扫于并亚传债伤仅优储儿内册划刚创剧钉";

    private static final char FIRST = 0x4E00;
    private static final char LAST = 0x9FFF;

    /** By the distance from the first ideograph. */
    private static final char[] FORMS = new char[LAST - FIRST + 1];

    static {
        for (int i = 0; i < FORMS.length; i++) FORMS[i] = (char) (FIRST + i);
        for (int i = 0; i < TRADITIONAL.length(); i++) FORMS[TRADITIONAL.charAt(i) - FIRST] = SIMPLIFIED.charAt(i);
    }

    private Traditional() {}

    /** The simplified form of a character; the character itself when there is none here. */
    public static char simplified(char typed) {
        return typed < FIRST || typed > LAST ? typed : FORMS[typed - FIRST];
    }
}
